import type { Payload, PayloadRequest } from 'payload'

import type {
  ChargeOrigin,
  ChargePlan,
  ChargeRefusal,
  Charging,
  PaymentMethodKind,
  Terms,
} from '../../../operations/payments/paymentMethods'

import { readMany } from '../../../database/bulk'
import { groupBy } from '../../../utilities/groupBy'
import { paymentSlugs } from '../collections/slugs'
import { FILE_PROVIDER } from '../sepa/fileProvider'
import { isVoid } from './isVoid'
import { newerMandate } from './newerMandate'

type Method = {
  id: string
  account: string
  feePerInstalment: number
  feePerOrder: number
  kind: PaymentMethodKind
  maxInstalments: number
  rule: ChargePlan['rule']
}

type Alias = {
  id: string
  account: string
  contact: string
  expiresAt: null | string
  state: string
  title: string
}

type Mandate = {
  id: string
  account: string
  contact: string
  createdAt: string
  institution: string
  lastPresentedOn: null | string
  maskedIBAN: null | string
  reference: string
  signedOn: null | string
  state: string
}

/**
 * How each subscription is to be paid, by the three rules of manual 2 (“Paiement automatique”), in that order: by direct debit as
 * last year, with the same mandate and number of instalments; by card in instalments as last year; anything else by the payer's
 * stored card, in one go. Dates and amounts follow from the payment method of the site. A fixed number of queries.
 */
export const planCharges: Charging['planCharges'] = async ({ now, origins, payload, req }) => {
  const [sites, contacts] = [
    [...new Set(origins.map(({ siteID }) => siteID))],
    [...new Set(origins.map(({ contactID }) => contactID))],
  ]
  const methods = await methodsOf({ payload, req, sites })
  // One after the other: a transaction of MongoDB takes one question at a time.
  const aliases = await readMany<Alias>({
    collection: 'aliases',
    payload,
    req,
    select: ['account', 'contact', 'expiresAt', 'state', 'title'],
    sort: '-createdAt',
    where: { contact: contacts },
  })
  const mandates = await readMany<Mandate>({
    collection: 'mandates',
    payload,
    req,
    select: [
      'account',
      'contact',
      'createdAt',
      'institution',
      'lastPresentedOn',
      'maskedIBAN',
      'reference',
      'signedOn',
      'state',
    ],
    sort: '-createdAt',
    where: { contact: contacts },
  })
  const aliasesOf = groupBy(aliases, ({ contact }) => contact)
  const mandatesOf = groupBy(mandates, ({ contact }) => contact)
  return origins.map((origin) => {
    const site = methods.get(origin.siteID)
    const answer = !site
      ? NO_METHOD
      : origin.method === 'directDebit'
        ? byMandate({ mandates: mandatesOf.get(origin.contactID) ?? [], now, origin, site })
        : byCard({ aliases: aliasesOf.get(origin.contactID) ?? [], now, origin, site })
    return 'plan' in answer ? answer : { ...answer, terms: termsOf(origin) }
  })
}

type Answer = { plan: ChargePlan } | { refusal: ChargeRefusal }

const NO_METHOD = { refusal: 'noChargeableMethod' } as const

const termsOf = ({
  alias,
  instalments,
  mandate,
  mandateReference,
  method,
}: ChargeOrigin): Terms => ({
  alias,
  instalments,
  mandate,
  mandateReference,
  method,
})

type Site = { files: ReadonlySet<string>; methods: Method[]; zone: string }

const byCard = ({
  aliases,
  now,
  origin,
  site,
}: {
  aliases: Alias[]
  now: Date
  origin: ChargeOrigin
  site: Site
}): Answer => {
  const isParted = origin.method === 'cardInstalments'
  const method = site.methods.find(({ kind }) => kind === (isParted ? 'cardInstalments' : 'card'))
  if (!method) return NO_METHOD
  const own = aliases.filter(({ account }) => account === method.account)
  const good = own.filter(
    ({ expiresAt, state }) => state === 'active' && (!expiresAt || new Date(expiresAt) > now),
  )
  // The card of last year; where the customer has another one since, the newest.
  const alias = good.find(({ id }) => id === origin.alias) ?? good[0]
  if (!alias) return { refusal: own.length ? 'aliasExpired' : 'noAlias' }
  return {
    plan: {
      ...common({ isParted, method, origin, site }),
      alias: alias.id,
      label: alias.title,
      mandate: null,
      mandateReference: null,
    },
  }
}

const byMandate = ({
  mandates,
  now,
  origin,
  site,
}: {
  mandates: Mandate[]
  now: Date
  origin: ChargeOrigin
  site: Site
}): Answer => {
  const method = site.methods.find(({ kind }) => kind === 'directDebit')
  if (!method) return NO_METHOD
  const same = mandates.filter(
    ({ id, account, reference }) =>
      account === method.account &&
      (id === origin.mandate || (!origin.mandate && reference === origin.mandateReference)),
  )
  const good = mandates.filter((one) => one.state === 'active' && !isVoid(one, now))
  const [former] = same
  const since = origin.missingSince
  // The mandate of last year; where that is missing or not good any more, the one that was signed in its place.
  const mandate =
    same.find((one) => good.includes(one)) ??
    (former
      ? newerMandate(former, good)
      : good.find(
          ({ account, createdAt }) => since && account === method.account && createdAt > since,
        ))
  if (!mandate) return { refusal: former ? 'mandateExpired' : 'noMandate' }
  return {
    plan: {
      ...common({ isParted: true, method, origin, site }),
      alias: null,
      label: mandate.maskedIBAN ?? mandate.reference,
      mandate: mandate.id,
      mandateReference: mandate.reference,
    },
  }
}

const common = ({
  isParted,
  method,
  origin,
  site,
}: {
  isParted: boolean
  method: Method
  origin: ChargeOrigin
  site: Site
}) => ({
  account: method.account,
  feePerInstalment: method.feePerInstalment,
  feePerOrder: method.feePerOrder,
  instalments: isParted ? Math.min(origin.instalments, method.maxInstalments) : 1,
  isDirect: !site.files.has(method.account),
  method: method.kind,
  paymentMethod: method.id,
  rule: method.rule,
  zone: site.zone,
})

/** The methods by which each site may charge at renewal; a site where this plugin is off has none. */
export const methodsOf = async ({
  payload,
  req,
  sites,
}: {
  payload: Payload
  req?: Partial<PayloadRequest>
  sites: string[]
}): Promise<Map<string, Site>> => {
  const { docs: siteDocs } = await payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req: req as PayloadRequest,
    where: { id: { in: sites } },
  })
  const { docs } = await payload.find({
    collection: 'payment-methods' as 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req: req as PayloadRequest,
    sort: 'createdAt',
    where: { and: [{ active: { equals: true } }, { site: { in: sites } }] },
  })
  const methods = docs as unknown as Record<string, any>[]
  const accounts = await readMany({
    collection: paymentSlugs.accounts as 'sites',
    payload,
    req,
    select: ['provider'],
    where: {
      id: [...new Set(methods.flatMap(({ account }) => account ?? []).map(String))],
      active: true,
    },
  })
  const active = new Set(accounts.map(({ id }) => id))
  const files = new Set(
    accounts.filter(({ provider }) => provider === FILE_PROVIDER).map(({ id }) => id),
  )
  return new Map(
    siteDocs
      .filter((site) => (site.plugins as string[] | undefined)?.includes('payments'))
      .map((site) => [
        String(site.id),
        {
          files,
          methods: methods
            .filter(
              ({ account, site: of, uses }) =>
                String(of) === String(site.id) &&
                uses?.includes('renewal') &&
                account &&
                active.has(String(account)),
            )
            .map(toMethod),
          zone: String(site.timeZone),
        },
      ]),
  )
}

const toMethod = (doc: Record<string, any>): Method => ({
  id: String(doc.id),
  account: String(doc.account),
  feePerInstalment: Number(doc.feePerInstalment ?? 0),
  feePerOrder: Number(doc.feePerOrder ?? 0),
  kind: doc.kind,
  maxInstalments: Number(doc.maxInstalments ?? 1),
  rule: {
    firstAfterDays: Number(doc.firstAfterDays ?? 0),
    firstDate: doc.firstDate ?? null,
    firstDue: doc.firstDue ?? 'atOnce',
    intervalCount: Number(doc.intervalCount ?? 1),
    intervalUnit: doc.intervalUnit ?? 'months',
    step: Number(doc.rounding ?? 1),
  },
})
