import type { Payload, PayloadRequest } from 'payload'

import { insertMany, newID, readMany, updateMany } from '../../database/bulk'
import { open, seal, signOf } from '../../utilities/seal'

/**
 * Makes of the token by which another program charges a card or account what the provider is sent for a contact; undefined for what
 * cannot be one of that provider's.
 */
export type Adopt = (args: {
  contact: string
  expMonth?: null | number
  expYear?: null | number
  token: string
}) => string | undefined

/** A card that a provider has stored, as it is to be kept with its contact. */
export type CardToStore = {
  account: string
  /** Where it was stored by another program. */
  adopt?: Adopt
  brand: string
  contact: string
  /** Month and year of the expiry; the card is good until the end of that month. */
  expMonth: null | number
  expYear: null | number
  institution: string
  last4: string
  token: string
}

/** A mandate as it is to be kept with its contact. */
export type MandateToStore = {
  account: string
  /** Where the provider's token was stored by another program. */
  adopt?: Adopt
  bic?: null | string
  contact: string
  holder?: null | string
  iban?: null | string
  institution: string
  isUsed?: boolean
  /** The day of the last collection, where it was used before it came here. */
  lastPresentedOn?: null | string
  /** For people, as in "DE12 •••• 3000". */
  maskedIBAN?: null | string
  reference: string
  signedOn?: null | string
  token?: null | string
}

type Common = { payload: Payload; req: Partial<PayloadRequest> }

/** Whom a sealed token belongs to: it opens for no other contact, account or institution. */
export const tokenContext = ({
  account,
  contact,
  institution,
}: {
  account: string
  contact: string
  institution: string
}): string => `token:${institution}:${account}:${contact}`

/** Opens the token of a stored card or mandate for the contact it is to be charged for; throws for any other. */
export const openToken = (
  sealed: string,
  owner: { account: string; contact: string; institution: string },
): string => open(sealed, tokenContext(owner))

/** Providers write "visa" and "amex"; what is not here is written with a capital. */
const BRANDS: Record<string, string> = {
  amex: 'American Express',
  jcb: 'JCB',
  postfinance: 'PostFinance',
}

/** The title of a card as people know it: "Visa •••• 4242", and without the digits where nobody has said them. */
export const cardTitle = ({ brand, last4 }: { brand: string; last4: string }): string => {
  const name = BRANDS[brand] ?? (brand || 'card').replace(/^./, (first) => first.toUpperCase())
  return last4 ? `${name} •••• ${last4}` : name
}

/** The first moment at which a card is no longer good: the start of the month after its expiry. `null` where it is not known. */
export const expiryOf = ({
  expMonth,
  expYear,
}: {
  expMonth: null | number
  expYear: null | number
}): null | string =>
  expMonth && expYear ? new Date(Date.UTC(expYear, expMonth, 1)).toISOString() : null

type Known = ReadonlyMap<string, { id: string; contact: string }>

/** Within what a token is unique: its account and institution. */
export const cardKeyContext = ({
  account,
  institution,
}: Pick<CardToStore, 'account' | 'institution'>): string => `token:${institution}:${account}`

const cardKey = ({
  token,
  ...owner
}: Pick<CardToStore, 'account' | 'institution' | 'token'>): string =>
  signOf(token, cardKeyContext(owner))

/** What makes a mandate unique: its reference, in its institution. */
export const mandateKey = ({
  institution,
  reference,
}: Pick<MandateToStore, 'institution' | 'reference'>) => `${institution}:${reference}`

const readKnown = async ({
  collection,
  field,
  keys,
  payload,
  req,
}: {
  collection: 'aliases' | 'mandates'
  field: string
  keys: string[]
} & Common): Promise<Map<string, { id: string; contact: string }>> =>
  new Map(
    (
      await readMany<{ id: string; contact: string } & Record<string, string>>({
        collection,
        payload,
        req,
        select: ['contact', field],
        where: { [field]: [...new Set(keys)] },
      })
    ).map(({ id, contact, [field]: key }) => [key!, { id, contact }]),
  )

/** @returns in the order of the cards: the contact whose card it is already, or `null` for one that is not stored yet */
export const ownersOfCards = async ({
  cards,
  ...common
}: {
  cards: readonly Pick<CardToStore, 'account' | 'institution' | 'token'>[]
} & Common): Promise<(null | string)[]> => {
  const keys = cards.map(cardKey)
  const known: Known = await readKnown({
    ...common,
    collection: 'aliases',
    field: 'tokenKey',
    keys,
  })
  return keys.map((key) => known.get(key)?.contact ?? null)
}

/** @returns in the order of the mandates: the contact whose mandate it is already, or `null` for one that is not stored yet */
export const ownersOfMandates = async ({
  mandates,
  ...common
}: {
  mandates: readonly Pick<MandateToStore, 'institution' | 'reference'>[]
} & Common): Promise<(null | string)[]> => {
  const keys = mandates.map(mandateKey)
  const known: Known = await readKnown({
    ...common,
    collection: 'mandates',
    field: 'mandateKey',
    keys,
  })
  return keys.map((key) => known.get(key)?.contact ?? null)
}

/**
 * Stores cards with their contacts. A token that is known already is not stored again; one that belongs to somebody else is never
 * given to another.
 *
 * @returns in the order of the cards: the id of the alias, or `null` where the token is another contact's
 */
export const storeCards = async ({
  cards,
  payload,
  replaces = false,
  req,
}: {
  cards: readonly CardToStore[]
  /** Whether each takes the place of the contact's former cards of the same account, also in plans that still go on. */
  replaces?: boolean
} & Common): Promise<(null | string)[]> => {
  const keyed = cards.map((card) => ({ card, key: cardKey(card) }))
  const known = await readKnown({
    collection: 'aliases',
    field: 'tokenKey',
    keys: keyed.map(({ key }) => key),
    payload,
    req,
  })
  const docs: Record<string, unknown>[] = []
  const ids = keyed.map(({ card, key }) => {
    const there = known.get(key)
    if (there) return there.contact === card.contact ? there.id : null
    const id = newID(payload)
    known.set(key, { id, contact: card.contact })
    docs.push({
      id,
      account: card.account,
      brand: card.brand,
      contact: card.contact,
      expiresAt: expiryOf(card),
      institution: card.institution,
      last4: card.last4,
      state: 'active',
      title: cardTitle(card),
      token: seal(card.adopt?.(card) ?? card.token, tokenContext(card)),
      tokenKey: key,
    })
    return id
  })
  await insertMany({ collection: 'aliases', docs, payload, req })
  if (replaces)
    for (const card of docs as { id: string; account: string; contact: string }[])
      await replaceFormer({ card, payload, req })
  return ids
}

/** What is still to be charged to a former card is charged to the new one: the former may be over before its day comes. */
const replaceFormer = async ({
  card: { id, account, contact },
  payload,
  req,
}: { card: { id: string; account: string; contact: string } } & Common) => {
  const cards = await readMany({
    collection: 'aliases',
    payload,
    req,
    select: ['state'],
    where: { account, contact },
  })
  const former = cards.filter((one) => one.id !== id)
  await updateMany({
    collection: 'aliases',
    data: { state: 'replaced' },
    payload,
    req,
    where: { id: former.filter(({ state }) => state === 'active').map((one) => one.id) },
  })
  await updateMany({
    collection: 'payments',
    data: { alias: id },
    payload,
    req,
    where: {
      alias: former.map((one) => one.id),
      state: ['failed', 'pending', 'planned', 'returned'],
    },
  })
}

const chargedBy = ({ adopt, contact }: MandateToStore, token: string): string =>
  adopt?.({ contact, token }) ?? token

/**
 * Stores mandates with their contacts; a reference is unique in its institution.
 *
 * @returns in the order of the mandates: the id, or `null` where the reference is another contact's
 */
export const storeMandates = async ({
  mandates,
  payload,
  req,
}: { mandates: readonly MandateToStore[] } & Common): Promise<(null | string)[]> => {
  const known = await readKnown({
    collection: 'mandates',
    field: 'mandateKey',
    keys: mandates.map(mandateKey),
    payload,
    req,
  })
  const docs: Record<string, unknown>[] = []
  const ids = mandates.map((mandate) => {
    const there = known.get(mandateKey(mandate))
    if (there) return there.contact === mandate.contact ? there.id : null
    const id = newID(payload)
    known.set(mandateKey(mandate), { id, contact: mandate.contact })
    docs.push({
      id,
      account: mandate.account,
      bic: mandate.bic,
      contact: mandate.contact,
      holder: mandate.holder,
      iban: mandate.iban ? seal(mandate.iban, tokenContext(mandate)) : null,
      institution: mandate.institution,
      lastPresentedOn: mandate.lastPresentedOn,
      mandateKey: mandateKey(mandate),
      maskedIBAN: mandate.maskedIBAN,
      reference: mandate.reference,
      sequence: mandate.isUsed ? 'recurrent' : 'first',
      signedOn: mandate.signedOn,
      state: 'active',
      token: mandate.token ? seal(chargedBy(mandate, mandate.token), tokenContext(mandate)) : null,
    })
    return id
  })
  await insertMany({ collection: 'mandates', docs, payload, req })
  return ids
}
