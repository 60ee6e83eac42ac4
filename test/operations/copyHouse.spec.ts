import type { Payload, SanitizedConfig } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq, getPayload } from 'payload'
import path from 'path'

import type { Row } from '../../src/database/bulk'
import type { House } from '../helpers/builders'
import type { TestDatabase } from '../helpers/testDatabase'

import { translate } from '../../src/cli/reportError'
import { databaseAdapter } from '../../src/database/adapter'
import { countMany, deleteMany, insertMany, newID, readMany } from '../../src/database/bulk'
import { errorBody } from '../../src/endpoints/errorBody'
import { copyHouse } from '../../src/operations/copyHouse'
import {
  openToken,
  ownersOfCards,
  storeCards,
  storeMandates,
} from '../../src/operations/payments/storedMeans'
import { openAllSealed } from '../../src/operations/sealed/openAllSealed'
import { verify } from '../../src/operations/verify'
import { secretContext } from '../../src/plugins/payments/hooks/keepSecrets'
import { cardMailKind } from '../../src/plugins/payments/jobs/cardMailKindName'
import { tokenContext } from '../../src/plugins/payments/operations/reminders/linkTokens'
import { openDebit, sealDebit } from '../../src/plugins/payments/sepa/operations/debitContext'
import { openMeans, sealMeans } from '../../src/plugins/subscriber-import/operations/sealMeans'
import { open, seal } from '../../src/utilities/seal'
import { aHouse, aRun, aSoldFile, aSubscriber } from '../helpers/builders'
import { startFromTemplate } from '../helpers/startFromTemplate'
import { startPayload } from '../helpers/startPayload'
import { createTestDatabase, engine } from '../helpers/testDatabase'

const IBAN = 'DE89370400440532013000'
const FORMER = 'AT611904300234573201'

let config: SanitizedConfig
let stop: () => Promise<void>
let source: Payload
const others: { database: TestDatabase; payload: Payload }[] = []

/** An empty database as `reprise copy` opens it. */
const anEmptyDatabase = async (kind: 'mongodb' | 'sqlite'): Promise<Payload> => {
  const database = createTestDatabase()
  const uri = kind === engine ? database.uri : `file:${path.join(database.folder, 'reprise.db')}`
  const start = () =>
    getPayload({
      config: { ...config, db: databaseAdapter(uri, { allowIDOnCreate: true }) as never },
      key: uri,
    })
  const payload = await startFromTemplate({ start, uri })
  others.push({ database, payload })
  return payload
}

beforeAll(async () => {
  ;({ config, payload: source, stop } = await startPayload())
  await everythingSealed(await aHouse({ payload: source, plugins: ['payments'] }))
}, 60_000)
afterAll(async () => {
  for (const { database, payload } of others) {
    await payload.destroy()
    await database.drop()
  }
  await stop()
})

/** One of each text that is sealed, where it lies while the house is at work. */
const everythingSealed = async (house: House): Promise<void> => {
  const { institution, payload, site } = house
  const insert = (collection: string, doc: Record<string, unknown>) =>
    insertMany({ collection: collection as 'sites', docs: [{ institution, ...doc }], payload })
  const created = await payload.create({
    collection: 'payment-accounts' as 'sites',
    data: {
      name: 'Practice',
      institution,
      provider: 'fake',
      secretKey: 'sk_1',
      webhookSecret: 'whsec_1',
    } as never,
  })
  const account = String(created.id)
  const contact = await aSubscriber({ house })
  const owner = { account, contact, institution }
  const req = await createLocalReq({}, payload)
  const card = { brand: 'visa', expMonth: 12, expYear: 2049, last4: '4242', token: 'card-token' }
  await storeCards({ cards: [{ ...owner, ...card }], payload, req })
  await storeMandates({
    mandates: [{ ...owner, iban: IBAN, reference: 'RUM-1', token: 'mandate-token' }],
    payload,
    req,
  })
  await insert('charges', {
    ...owner,
    amount: 100,
    attemptKey: 'A1',
    currency: 'EUR',
    debit: sealDebit({ formerIBAN: FORMER }, owner),
    kind: 'charge',
    reference: 'A1',
    site,
    state: 'paid',
  })
  const link = newID(payload)
  await insert('outbox', {
    content: {
      mail: { html: '<p>mark</p>', subject: 'Card', text: 'mark', to: 'anna@theater.example' },
      mark: 'mark',
      token: seal('link-token', tokenContext({ id: link, institution })),
    },
    key: `card-link:${link}`,
    kind: cardMailKind,
    site,
    state: 'done',
    subject: link,
  })
  // Another mail, and a run of another kind, have nothing sealed in them.
  await insert('outbox', {
    content: { subject: 'Hello', text: 'Hello', to: 'anna@theater.example' },
    key: 'mail:1',
    kind: 'mail',
    site,
    state: 'done',
  })
  const run = await aRun({ house, kind: 'import' })
  const { id: file } = await aSoldFile({ house, payer: contact, subscriptions: [{}] })
  const parts = [
    sealMeans(
      [
        {
          externalNumber: null,
          key: 'x',
          lines: [
            { line: 2, resolved: { aliasReference: 'alias-token', iban: IBAN, payment: file } },
            { line: 3, resolved: null },
          ],
        },
      ] as never,
      run,
    ),
    [file],
  ]
  for (const [index, items] of parts.entries())
    await insert('run-chunks', {
      chunkKey: `${run}:${index}`,
      index,
      items,
      phase: 0,
      run,
      site,
      size: 1,
      state: 'done',
    })
}

const only = async (payload: Payload, collection: string, where = {}): Promise<Row> => {
  const [doc, ...more] = await readMany({ collection: collection as 'sites', payload, where })
  expect(more).toEqual([])
  return doc!
}

/** Everything that is sealed in a house, opened by what opens it at work. */
const opened = async (payload: Payload) => {
  const account = await only(payload, 'payment-accounts')
  const alias = await only(payload, 'aliases')
  const mandate = await only(payload, 'mandates')
  const charge = await only(payload, 'charges')
  const mail = await only(payload, 'outbox', { kind: cardMailKind })
  const file = await only(payload, 'files')
  const part = await only(payload, 'run-chunks', { index: 0 })
  const [imported] = openMeans(part.items, part.run)
  const secretOf = (name: string) => open(account[name], secretContext(account.institution, name))
  const { institution } = account
  expect(
    await ownersOfCards({
      cards: [{ account: account.id, institution, token: 'card-token' }],
      payload,
      req: {},
    }),
  ).toEqual([alias.contact])
  expect(imported!.lines[0]!.resolved).toMatchObject({ payment: file.id })
  return {
    alias: openToken(alias.token, alias as never),
    debit: openDebit(charge.debit, charge as never),
    iban: openToken(mandate.iban, mandate as never),
    imported: imported!.lines.map(
      ({ resolved }) => resolved && [resolved.aliasReference, resolved.iban],
    ),
    link: open(mail.content.token, tokenContext({ id: mail.subject, institution })),
    mail: mail.content.mail,
    secretKey: secretOf('secretKey'),
    token: openToken(mandate.token, mandate as never),
    webhookSecret: secretOf('webhookSecret'),
  }
}

const EVERYTHING = {
  alias: 'card-token',
  debit: { formerIBAN: FORMER },
  iban: IBAN,
  imported: [['alias-token', IBAN], null],
  link: 'link-token',
  mail: { html: '<p>mark</p>', subject: 'Card', text: 'mark', to: 'anna@theater.example' },
  secretKey: 'sk_1',
  token: 'mandate-token',
  webhookSecret: 'whsec_1',
}

/** Account 2, card 1, mandate 2, charge 1, link 1, import 2. */
const TEXTS = 9

/** Every text in a value that looks sealed, wherever it is. */
const sealedIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? (value.match(/^v1\.[\w-]{38,}$/) ?? [])
    : value && typeof value === 'object'
      ? Object.values(value).flatMap(sealedIn)
      : []

const withSecret = async <T>(given: string, work: () => Promise<T>): Promise<T> => {
  const before = process.env.PAYLOAD_SECRET
  process.env.PAYLOAD_SECRET = given
  try {
    return await work()
  } finally {
    process.env.PAYLOAD_SECRET = before
  }
}

/** What the terminal says of what is refused, in German, English and French. */
const saidOf = async (work: Promise<unknown>): Promise<string[]> => {
  const err: unknown = await work.then(
    () => new Error('It was not refused.'),
    (thrown: unknown) => thrown,
  )
  const before = process.env.LC_ALL
  try {
    return ['de_CH', 'C', 'fr_CH'].map((language) => {
      process.env.LC_ALL = language
      const { body } = errorBody({ err, t: translate })
      expect(body.errors[0]!.data.nextStep).not.toContain(':nextSteps')
      return body.errors[0]!.message
    })
  } finally {
    if (before === undefined) delete process.env.LC_ALL
    else process.env.LC_ALL = before
  }
}

describe('a house that is copied', () => {
  it('should know each place where something sealed lies', async () => {
    const found: string[] = []
    for (const collection of Object.keys(source.collections)) {
      const { docs } = await source.db.find({
        collection: collection as 'sites',
        limit: 0,
        pagination: false,
      })
      found.push(...docs.flatMap(sealedIn))
    }
    expect(found).toHaveLength(TEXTS)
    const counts = await openAllSealed({ payload: source })
    expect(counts.reduce((sum, { texts }) => sum + texts, 0)).toBe(TEXTS)
  })

  it('should be refused with another secret, or where another copy broke off, and else open on the other side', async () => {
    let from = source
    // From MongoDB to SQLite and back; a run without MongoDB copies from one file to another.
    for (const kind of engine === 'mongodb' ? (['sqlite', 'mongodb'] as const) : [engine]) {
      const to = await anEmptyDatabase(kind)
      const copy = () => copyHouse({ from, to })
      const [, said] = await saidOf(withSecret('another secret', copy))
      expect(said).toBe(
        'Of 9 sealed texts (stored cards, mandates, keys of payment accounts), 9 do not open with this secret. Nothing was copied.',
      )
      expect(await countMany({ collection: 'sites', payload: to, where: {} })).toBe(0)

      await insertMany({
        collection: 'counters',
        docs: [{ key: 'left:behind', value: 1 }],
        payload: to,
      })
      expect(await saidOf(copy())).toEqual([
        'Die Datenbank, in die kopiert werden soll, ist nicht leer (counters: 1).',
        'The database to copy into is not empty (counters: 1).',
        'La base de données de destination n’est pas vide (counters : 1).',
      ])
      await deleteMany({ collection: 'counters', payload: to, where: { key: 'left:behind' } })

      const { collections, sealed } = await copy()
      expect(sealed).toEqual({ opened: TEXTS, unopened: 0 })
      expect(collections.filter(({ read, written }) => read !== written)).toEqual([])
      expect(await opened(to)).toEqual(EVERYTHING)
      expect((await verify({ payload: to })).findings).toEqual([])
      from = to
    }
  }, 60_000)

  it('should be found to be unreadable by verify with another secret', async () => {
    const { findings } = await withSecret('another secret', () => verify({ payload: source }))
    expect(
      findings.map(({ actual, code, collection, expected }) => [
        code,
        collection,
        actual,
        expected,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['sealedUnopened', 'aliases', 1, 1],
        ['sealedUnopened', 'mandates', 2, 2],
        ['sealedUnopened', 'payment-accounts', 2, 2],
        ['sealedUnopened', 'run-chunks', 2, 2],
      ]),
    )
    expect(findings).toHaveLength(6)
  })
})
