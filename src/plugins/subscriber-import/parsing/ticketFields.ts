import { paymentFields } from './paymentFields'
import { subscriptionFields } from './subscriptionFields'

/** What a file may say about the subscription, its seat and its payment. */
export const ticketFields = { ...paymentFields, ...subscriptionFields }

export type TicketKey = keyof typeof ticketFields
