import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { DebitHouse } from './aDebitHouse'

import { updateMany } from '../../src/database/bulk'
import { openToken, storeMandates } from '../../src/operations/payments/storedMeans'
import { verify } from '../../src/operations/verify'
import { planCharges } from '../../src/plugins/payments/operations/planCharges'
import { prepareDebits } from '../../src/plugins/payments/sepa/operations/prepareDebits'
import { releaseDebits } from '../../src/plugins/payments/sepa/operations/releaseDebits'
import { aSubscriber } from '../helpers/builders'
import { readerOf } from '../helpers/readerOf'
import { startPayload } from '../helpers/startPayload'
import { aDebitHouse, aDebtor } from './aDebitHouse'

type Started = Awaited<ReturnType<typeof startPayload>>
type Person = DebitHouse['people']['first']

const IBAN = 'AT611904300234573201'
const DAY_MS = 86_400_000

let house: DebitHouse
let started: Started

beforeAll(async () => {
  started = await startPayload()
  house = await aDebitHouse({ payload: started.payload })
})
afterAll(() => started.stop())

const { read } = readerOf(() => started.payload)

/** What the form sends, by a member of staff. */
const enter = async (data: Record<string, unknown>, person: Person = house.people.second) =>
  (await started.payload.create({
    collection: 'mandates',
    data: { account: house.account, signedOn: '2026-05-02T12:00:00.000Z', ...data } as never,
    depth: 0,
    overrideAccess: false,
    req: await person.req(),
  })) as unknown as Record<string, any>

/** What the form says of what is wrong, by field. */
const refusal = async (work: Promise<unknown>): Promise<Record<string, string>> => {
  const err = await work.then(
    () => undefined,
    (thrown: { data?: { errors?: { message: string; path: string }[] } }) => thrown,
  )
  return Object.fromEntries((err?.data?.errors ?? []).map(({ message, path }) => [path, message]))
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

describe('a mandate signed on paper', () => {
  it.each(['accountant', 'administrator', 'cashier', 'salesManager'] as const)(
    'should be entered by a member of staff (%s), with its IBAN masked and sealed',
    async (role) => {
      const person = await house.person([role])
      const contact = await aSubscriber({ house })
      const doc = await enter(
        {
          contact,
          holder: ' Eva Meier ',
          reference: ` FORM-${role} `,
          typedIBAN: 'at61 1904 3002 3457 3201',
        },
        person,
      )
      expect(doc).toMatchObject({
        holder: 'Eva Meier',
        maskedIBAN: 'AT61 •••• 3201',
        reference: `FORM-${role}`,
        sequence: 'first',
        state: 'active',
      })
      const told = JSON.stringify([doc, await read('journal', { document: doc.id })])
      expect(told).toContain('AT61 •••• 3201')
      expect(told).not.toContain(IBAN.slice(4, 16))
      const [stored] = await read('mandates', { id: doc.id })
      expect(openToken(stored!.iban, stored as never)).toBe(IBAN)
      expect(told).not.toContain(stored!.iban)
    },
  )

  it('should get a reference of the contact where the form has none', async () => {
    const contact = await aSubscriber({ house })
    const [{ number }] = (await read('contacts', { id: contact })) as [
      { id: string; number: number },
    ]
    const references = []
    for (let i = 0; i < 2; i++)
      references.push((await enter({ contact, typedIBAN: IBAN })).reference)
    expect(references).toEqual([`${number}-1`, `${number}-2`])
  })

  it('should take the account by itself where there is only one', async () => {
    const contact = await aSubscriber({ house })
    const doc = await enter({ account: undefined, contact, typedIBAN: IBAN })
    expect(doc.account).toBe(house.account)
  })

  it('should be refused with all that is wrong, each in a sentence at its field', async () => {
    const contact = await aSubscriber({ house })
    const before = (await read('mandates', { institution: house.institution })).length
    await enter({ contact, reference: 'TAKEN-1', typedIBAN: IBAN })
    expect(
      await refusal(
        enter({
          bic: 'X',
          contact,
          reference: 'TAKEN-1',
          signedOn: inDays(2),
          typedIBAN: 'AT611904300234573202',
        }),
      ),
    ).toEqual({
      bic: 'The BIC is wrong.',
      reference:
        'There is a mandate of this reference already. Take the one on the form, or leave the field empty.',
      signedOn: 'The signature is in the future. Take the date on the form.',
      typedIBAN: 'The IBAN is wrong.',
    })
    expect(
      await refusal(enter({ contact, reference: 'Ä/', signedOn: null, typedIBAN: '' })),
    ).toMatchObject({
      reference:
        'The mandate reference is empty, too long or holds characters that are not allowed.',
      signedOn: 'Enter the date on which the form was signed.',
      typedIBAN: 'Type the IBAN as it stands on the form.',
    })
    expect(
      await refusal(
        enter({ contact, signedOn: inDays(-1200), typedIBAN: 'TN5910006035183598478831' }),
      ),
    ).toEqual({
      signedOn: 'The mandate has lapsed after 36 months without a collection.',
      typedIBAN: 'The account is outside SEPA.',
    })
    expect(await read('mandates', { institution: house.institution })).toHaveLength(before + 1)
  })

  it('should not say more of itself than its form does, nor be changed by it afterwards', async () => {
    const contact = await aSubscriber({ house })
    const doc = await enter({
      contact,
      iban: 'unsealed',
      lastPresentedOn: '2020-01-01T00:00:00.000Z',
      maskedIBAN: 'DE00 •••• 0000',
      sequence: 'ended',
      state: 'revoked',
      typedIBAN: IBAN,
    })
    const [stored] = await read('mandates', { id: doc.id })
    expect(stored).toMatchObject({
      lastPresentedOn: null,
      maskedIBAN: 'AT61 •••• 3201',
      sequence: 'first',
      state: 'active',
    })
    await expect(
      started.payload.update({
        id: doc.id,
        collection: 'mandates',
        data: { state: 'revoked' } as never,
        overrideAccess: false,
        req: await house.people.second.req(),
      }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('should not be entered by others, for others, or for an account at a provider', async () => {
    const contact = await aSubscriber({ house })
    await expect(
      enter({ contact, typedIBAN: IBAN }, await house.person(['marketing'])),
    ).rejects.toMatchObject({ status: 403 })
    const other = await aDebitHouse({ payload: started.payload })
    await expect(
      enter({ contact: await aSubscriber({ house: other }), typedIBAN: IBAN }),
    ).rejects.toMatchObject({ data: { code: 'otherInstitution' } })
    await expect(enter({ account: other.account, contact, typedIBAN: IBAN })).rejects.toMatchObject(
      { data: { code: 'otherInstitution' } },
    )
    const { id } = await started.payload.create({
      collection: 'payment-accounts' as 'sites',
      data: {
        name: 'Cards',
        institution: house.institution,
        provider: 'stripe',
        secretKey: 'sk_test_1',
        webhookSecret: 'whsec_1',
      } as never,
    })
    expect(await refusal(enter({ account: id, contact, typedIBAN: IBAN }))).toEqual({
      account: 'Choose the payment account that the form is for.',
    })
    await started.payload.update({
      id: other.site,
      collection: 'sites',
      data: { plugins: ['renewal'] } as never,
    })
    await expect(
      enter({ account: undefined, typedIBAN: IBAN }, other.people.first),
    ).rejects.toMatchObject({ status: 403 })
  })
})

describe('a mandate that takes the place of another', () => {
  const NOW = new Date('2027-02-01T08:00:00Z')
  const FEBRUARY = '2027-02-10T23:00:00.000Z'
  const MARCH = '2027-03-09T23:00:00.000Z'

  const revoke = (id: string) =>
    updateMany({
      collection: 'mandates',
      data: { state: 'revoked' },
      payload: started.payload,
      where: { id },
    })

  it('should be what the rest of the plan is collected by, as its first', async () => {
    const own = await aDebitHouse({ payload: started.payload })
    const debtor = await aDebtor({ due: [FEBRUARY, MARCH], house: own })
    const { payload } = started
    await revoke(debtor.mandate)
    const prepare = async () =>
      prepareDebits({
        accountID: own.account,
        now: NOW,
        payload,
        req: await own.people.first.req(),
        siteID: own.site,
        until: '2027-02-28',
      })
    await expect(prepare()).rejects.toMatchObject({ data: { code: 'nothingToCollect' } })
    const doc = (await payload.create({
      collection: 'mandates',
      data: {
        contact: debtor.payer,
        signedOn: inDays(-1),
        typedIBAN: 'DE89370400440532013000',
      } as never,
      depth: 0,
      overrideAccess: false,
      req: await own.people.second.req(),
    })) as unknown as Record<string, any>
    const fileID = await prepare()
    await releaseDebits({ fileID, now: NOW, payload, req: await own.people.second.req() })
    const [charge] = await read('charges', { debitFile: fileID })
    expect(charge).toMatchObject({ mandate: doc.id, sequence: 'FRST', state: 'pending' })
    expect(await read('payments', { file: debtor.file.id })).toMatchObject([
      { mandate: doc.id, mandateReference: doc.reference },
    ])
    expect((await read('mandates', { id: debtor.mandate }))[0]).toMatchObject({
      lastPresentedOn: null,
      state: 'revoked',
    })
    expect((await verify({ institutionID: own.institution, payload })).findings).toEqual([])
  })

  it('should be what the renewal is paid by, and never an older one', async () => {
    const { payload } = started
    const own = await aDebitHouse({ payload })
    const contactID = await aSubscriber({ house: own })
    const store = async (reference: string) => {
      const [id] = await storeMandates({
        mandates: [
          {
            account: own.account,
            contact: contactID,
            iban: IBAN,
            institution: own.institution,
            reference,
            signedOn: '2026-05-02T00:00:00.000Z',
          },
        ],
        payload,
        req: {},
      })
      return id!
    }
    const plan = async (mandate: string) => {
      const [answer] = await planCharges({
        now: NOW,
        origins: [
          {
            alias: null,
            contactID,
            instalments: 2,
            mandate,
            mandateReference: null,
            method: 'directDebit',
            siteID: own.site,
          },
        ],
        payload,
      })
      return answer && 'plan' in answer ? answer.plan.mandate : answer?.refusal
    }
    const [older, former] = [await store('OLDER'), await store('FORMER')]
    expect(await plan(former)).toBe(former)
    await revoke(former)
    expect(await plan(former)).toBe('mandateExpired')
    const newer = await store('NEWER')
    expect(await plan(former)).toBe(newer)
    expect(await plan(older)).toBe(older)
  })
})
