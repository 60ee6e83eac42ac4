import type { Member, Parties, Party } from './people/createParties'
import type { Region } from './people/types'
import type { Random } from './random'
import type { SalePayment } from './salePayment'
import type { SeatSpec, SiteSpec, SubscriptionSpec } from './types'

import { austrian } from './people/austrian'
import { createParties } from './people/createParties'
import { createPeople } from './people/createPeople'
import { french } from './people/french'
import { swiss } from './people/swiss'
import { salePayment } from './salePayment'

/** One season ticket of last season. */
export type Sale = { member: Member; seat: SeatSpec | undefined; subscription: SubscriptionSpec }

/** What one payer bought in one go. */
export type SoldFile = {
  party: Party
  payment: SalePayment
  remarks: string
  sales: Sale[]
  shipmentMode: string
  soldAt: Date
}

/** Where the people of a site live. */
const regions: Record<string, readonly (readonly [region: Region, weight: number])[]> = {
  club: [
    [french, 97],
    [swiss, 3],
  ],
  konzerthaus: [
    [austrian, 98],
    [swiss, 2],
  ],
  theater: [
    [swiss, 96],
    [french, 2],
    [austrian, 2],
  ],
}

const germanRemarks = [
  'Rollstuhl; bitte "Gangplatz"',
  'Hörgerät, Platz mit Induktionsschleife',
  'Wünscht Rechnung per Post, nicht per E-Mail',
  'Zahlt jeweils am Schalter;\nkommt im Juni vorbei',
  '-> letztes Jahr Platz getauscht',
]
const remarks: Record<string, string[]> = {
  club: [
    'Fauteuil roulant ; place "bord d’allée"',
    'Souhaite recevoir sa facture par courrier',
    'Paie toujours au guichet,\npasse début juillet',
    '=> a changé de place l’an dernier',
  ],
  konzerthaus: germanRemarks,
  theater: germanRemarks,
}
const REMARKS = 0.04

/** Parties of the people who live around a site. */
export const createSiteParties = ({ random, site }: { random: Random; site: SiteSpec }): Parties =>
  createParties({ people: createPeople({ random, regions: regions[site.code]! }), random })

/** A file for a party with nothing sold yet: how it was paid and sent, and what somebody noted. */
export const newSoldFile = ({
  party,
  random,
  site,
  soldAt,
}: {
  party: Party
  random: Random
  site: SiteSpec
  soldAt: Date
}): SoldFile => ({
  party,
  payment: salePayment({ random, site }),
  remarks: random.chance(REMARKS) ? random.pick(remarks[site.code]!) : '',
  sales: [],
  shipmentMode: random.pick(site.shipmentModes).code,
  soldAt,
})
