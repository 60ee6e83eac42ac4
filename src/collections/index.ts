import type { CollectionConfig } from 'payload'

import { AgendaJobs } from './AgendaJobs'
import { Aliases } from './Aliases'
import { ContactAnswers } from './ContactAnswers'
import { Contacts } from './Contacts'
import { Counters } from './Counters'
import { Criteria } from './Criteria'
import { Events } from './Events'
import { Files } from './Files'
import { Instalments } from './Instalments'
import { Institutions } from './Institutions'
import { Journal } from './Journal'
import { Lines } from './Lines'
import { Mandates } from './Mandates'
import { Orders } from './Orders'
import { Outbox } from './Outbox'
import { PaymentMethods } from './PaymentMethods'
import { Payments } from './Payments'
import { Performances } from './Performances'
import { PointsOfSale } from './PointsOfSale'
import { PreferredSeats } from './PreferredSeats'
import { PriceCategories } from './PriceCategories'
import { Prices } from './Prices'
import { RunChunks } from './RunChunks'
import { RunRows } from './RunRows'
import { Runs } from './Runs'
import { SalesChannels } from './SalesChannels'
import { Seasons } from './Seasons'
import { SeatAllocations } from './SeatAllocations'
import { Seats } from './Seats'
import { ShipmentModes } from './ShipmentModes'
import { Sites } from './Sites'
import { Subscriptions } from './Subscriptions'
import { Tariffs } from './Tariffs'
import { Tickets } from './Tickets'
import { Users } from './Users'
import { Venues } from './Venues'

/** The nouns every site has, in the order of the navigation. */
export const collections: CollectionConfig[] = [
  Files,
  Orders,
  Lines,
  SeatAllocations,
  Tickets,
  Payments,
  Instalments,
  Contacts,
  ContactAnswers,
  PreferredSeats,
  Aliases,
  Mandates,
  Criteria,
  Seasons,
  Subscriptions,
  Events,
  Performances,
  Tariffs,
  Prices,
  Venues,
  PriceCategories,
  Seats,
  Runs,
  RunChunks,
  RunRows,
  Outbox,
  Journal,
  Institutions,
  Sites,
  Users,
  SalesChannels,
  PointsOfSale,
  ShipmentModes,
  PaymentMethods,
  Counters,
  AgendaJobs,
]
