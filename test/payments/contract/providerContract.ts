import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import type { SetupResult, StoredMeans } from '../../../src/plugins/payments/providers/types'
import type { Counterpart, CustomerAct, Fault, Lacks, ProviderUnderTest } from './types'

import { RequestRefused, WebhookRefused } from '../../../src/plugins/payments/providers/types'
import { holdsCardNumber } from '../../helpers/expectNoCardNumber'

const CURRENCY = 'EUR'

let made = 0
/** Unique in the whole test run, and of the letters every provider takes. */
const newReference = (): string =>
  `T${Date.now().toString(36)}${(made++).toString(36).padStart(3, '0')}`.toUpperCase()

/**
 * The tests that every adapter of a provider passes against a counterpart over HTTP. What a provider cannot do is skipped with its
 * reason in the test's name.
 */
export const describeProvider = ({
  name,
  capabilities,
  lacks = {},
  leastAmount = 1,
  start,
}: ProviderUnderTest) => {
  const kinds = (['card', 'sepa'] as const).filter((kind) => capabilities[kind])

  describe(`${name} as a payment provider`, () => {
    let server: Counterpart
    beforeAll(async () => {
      server = await start()
    })
    afterAll(() => server?.stop())

    /** A test that needs something not every provider has. */
    const itWith = (
      needs: (keyof Lacks)[] | keyof Lacks,
      title: string,
      run: () => Promise<void>,
    ) => {
      const missing = [needs].flat().find((need) => lacks[need])
      missing ? it.skip(`${title} (not here: ${lacks[missing]})`, run) : it(title, run)
    }
    const itIf = (has: boolean, reason: string, title: string, run: () => Promise<void>) =>
      has ? it(title, run) : it.skip(`${title} (not here: ${reason})`, run)

    const open = async (kind: 'card' | 'sepa' = kinds[0]!) => {
      const reference = newReference()
      const customer = `C${reference}`
      const setup = await server.provider.createSetup({
        customer,
        email: 'customer@example.org',
        key: `setup:${reference}`,
        kind,
        language: 'fr',
        reference,
        returnURL: 'http://127.0.0.1:9/back?file=7',
      })
      return { customer, kind, reference, setup }
    }
    const resultOf = (setupID: string): Promise<SetupResult> =>
      server.provider.completeSetup({ setupID })

    const store = async (act: CustomerAct = 'good', kind: 'card' | 'sepa' = kinds[0]!) => {
      const { customer, setup } = await open(kind)
      await server.act({ act, kind, setup })
      const result = await resultOf(setup.setupID)
      if (result.state !== 'completed') throw new Error(`The set-up is ${result.state}.`)
      return { customer, means: result.means }
    }

    type Stored = { customer: string; means: StoredMeans }
    const chargeOf = ({ customer, means }: Stored, amount = 12_345) => {
      const reference = newReference()
      return {
        alias: means.alias,
        amount,
        currency: CURRENCY,
        customer,
        key: `charge:${reference}`,
        ...(means.mandateRef && { mandate: means.mandateRef }),
        reference,
        sequence: 'recurring' as const,
      }
    }
    const charge = (args: ReturnType<typeof chargeOf>) => server.provider.chargeAlias(args)
    /** By our reference; by the provider's ID alone where it finds nothing by reference. */
    const lookup = (
      { providerID, reference }: { providerID?: string; reference: string },
      kind: 'charge' | 'refund' = 'charge',
    ) =>
      server.provider.lookup({
        kind,
        ...(!capabilities.lookupByReference && { providerID }),
        reference,
      })
    const chargesIn = async ({ reference }: { reference: string }) =>
      (await server.ledger()).charges.filter((entry) => entry.reference === reference)
    /** Money that moved: a refusal on record is no charge. */
    const paidIn = async (args: { reference: string }) =>
      (await chargesIn(args)).filter(({ status }) => status !== 'declined')
    const refundsIn = async ({ reference }: { reference: string }) =>
      (await server.ledger()).refunds.filter((entry) => entry.reference === reference)
    const paid = async (amount = 12_345) => {
      const args = chargeOf(await store(), amount)
      const { providerID, status } = await charge(args)
      expect(status).toBe('paid')
      return { ...args, providerID: providerID! }
    }
    const refundOf = (providerID: string, amount: number) => {
      const reference = newReference()
      return { amount, currency: CURRENCY, key: `refund:${reference}`, providerID, reference }
    }

    it('should say what it can', () => {
      expect(server.provider.capabilities()).toEqual(capabilities)
    })

    describe.each(kinds)('storing a %s', (kind) => {
      it('should be open until the customer has acted', async () => {
        const { setup } = await open(kind)
        expect(setup.redirectURL).toMatch(/^https?:\/\//)
        expect(await resultOf(setup.setupID)).toEqual({ state: 'open' })
      })

      it('should hand out what is stored, and no number', async () => {
        const { means } = await store('good', kind)
        expect(means.kind).toBe(kind)
        expect(means.alias).toBeTruthy()
        expect(means.brand).toBeTruthy()
        expect(means.last4).toMatch(/^[0-9A-Z]{4}$/)
        // An alias is made up at random, and may well have many digits in a row.
        const { alias, ...shown } = means
        expect(holdsCardNumber(alias)).toBe(false)
        expect(JSON.stringify(shown)).not.toMatch(/\d{12,}/)
        if (kind === 'sepa') {
          expect(means.mandateRef).toBeTruthy()
          expect(means.mandateDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        } else {
          expect(means.expMonth).toBeGreaterThanOrEqual(1)
          expect(means.expMonth).toBeLessThanOrEqual(12)
          expect(means.expYear).toBeGreaterThan(2000)
        }
      })

      itWith('cancel', 'should be over when the customer turns back', async () => {
        const { setup } = await open(kind)
        await server.act({ act: 'cancel', kind, setup })
        expect(await resultOf(setup.setupID)).toMatchObject({ state: 'failed' })
      })

      it('should be charged to the cent', async () => {
        const amount = leastAmount + 7
        const args = chargeOf(await store('good', kind), amount)
        const { providerID, status } = await charge(args)
        expect(['paid', 'pending']).toContain(status)
        expect(providerID).toBeTruthy()
        const [entry, ...more] = await chargesIn(args)
        expect(more).toEqual([])
        expect(entry).toMatchObject({ amount, currency: CURRENCY, providerID })
      })
    })

    it('should open one set-up for the same key', async () => {
      const args = {
        customer: 'C1',
        key: newReference(),
        kind: kinds[0]!,
        language: 'de' as const,
        reference: newReference(),
        returnURL: 'http://127.0.0.1:9/back',
      }
      const [one, two] = [
        await server.provider.createSetup(args),
        await server.provider.createSetup(args),
      ]
      expect(two.setupID).toBe(one.setupID)
    })

    describe('charging', () => {
      it('should be paid', async () => {
        const args = chargeOf(await store())
        const answer = await charge(args)
        const { providerID } = answer
        expect(answer).toMatchObject({ status: 'paid' })
        expect(await lookup({ ...args, providerID })).toMatchObject({ providerID, status: 'paid' })
        expect(await server.provider.lookup({ ...args, kind: 'charge', providerID })).toMatchObject(
          { status: 'paid' },
        )
      })

      it.each([leastAmount, 99, 100, 99_999_999])('should move exactly %d', async (amount) => {
        const args = chargeOf(await store(), amount)
        await charge(args)
        expect((await chargesIn(args)).map((entry) => entry.amount)).toEqual([amount])
      })

      for (const [act, decline] of [
        ['softDecline', 'soft'],
        ['hardDecline', 'hard'],
        ['expired', 'expired'],
      ] as const)
        itWith(act, `should be declined (${decline})`, async () => {
          const args = chargeOf(await store(act))
          const answer = await charge(args)
          expect(answer).toMatchObject({ decline, status: 'declined' })
          expect(answer.code).toBeTruthy()
          expect(await paidIn(args)).toEqual([])
        })

      itWith('needsCustomer', 'should say that the customer must confirm', async () => {
        const args = chargeOf(await store('needsCustomer'))
        expect(await charge(args)).toMatchObject({ status: 'needsCustomer' })
        expect((await paidIn(args)).filter(({ status }) => status === 'paid')).toEqual([])
      })

      it('should happen once for the same key', async () => {
        const args = chargeOf(await store())
        const [one, two] = [await charge(args), await charge(args)]
        expect(two).toEqual(one)
        expect(await chargesIn(args)).toHaveLength(1)
      })

      it('should happen once for the same key at the same time', async () => {
        const args = chargeOf(await store())
        const answers = await Promise.all(Array.from({ length: 8 }, () => charge(args)))
        for (const { status } of answers) expect(['paid', 'unknown']).toContain(status)
        expect(await charge(args)).toMatchObject({ status: 'paid' })
        expect(await chargesIn(args)).toHaveLength(1)
      })

      itWith('keyConflict', 'should refuse the same key for another amount', async () => {
        const args = chargeOf(await store())
        await charge(args)
        await expect(charge({ ...args, amount: args.amount + 1 })).rejects.toThrow(RequestRefused)
        expect((await chargesIn(args)).map(({ amount }) => amount)).toEqual([args.amount])
      })

      itWith('customers', "should refuse another customer's", async () => {
        const [mine, theirs] = [await store(), await store()]
        const args = { ...chargeOf(mine), alias: theirs.means.alias }
        await expect(charge(args)).rejects.toThrow(RequestRefused)
        expect(await chargesIn(args)).toEqual([])
      })
    })

    describe('when the answer is lost', () => {
      /** Nothing has happened: asking says so, and the same key may be sent again. */
      const withoutEffect = async (fault: Fault) => {
        const args = chargeOf(await store())
        await server.script({ fault, reference: args.reference })
        expect(await charge(args)).toMatchObject({ status: 'unknown' })
        expect(await chargesIn(args)).toEqual([])
        if (capabilities.lookupByReference)
          expect(await lookup(args)).toMatchObject({ status: 'notFound' })
        return args
      }
      const withEffect = async (fault: Fault) => {
        const args = chargeOf(await store())
        await server.script({ fault, reference: args.reference })
        expect(await charge(args)).toMatchObject({ status: 'unknown' })
        expect(await chargesIn(args)).toHaveLength(1)
        if (capabilities.lookupByReference)
          expect(await lookup(args)).toMatchObject({ status: 'paid' })
        return args
      }

      for (const fault of ['timeoutBefore', 'tooManyRequests'] as const)
        itWith(fault, `should find nothing after ${fault}, and charge once on`, async () => {
          const args = await withoutEffect(fault)
          expect(await charge(args)).toMatchObject({ status: 'paid' })
          expect(await chargesIn(args)).toHaveLength(1)
        })

      for (const fault of ['timeoutAfter', 'resetHalfway', 'malformed'] as const)
        itWith(fault, `should find the charge after ${fault}, and never make another`, async () => {
          const args = await withEffect(fault)
          const { providerID } = await charge(args)
          expect(await chargesIn(args)).toHaveLength(1)
          expect(await lookup({ ...args, providerID })).toMatchObject({ status: 'paid' })
        })

      itWith('errorBefore', 'should not be sure after a 500 without effect', async () => {
        const args = await withoutEffect('errorBefore')
        // A provider that stores its first answer says 500 again: that, too, is no "no".
        const { status } = await charge(args)
        expect(['paid', 'unknown']).toContain(status)
        expect(await chargesIn(args)).toHaveLength(status === 'paid' ? 1 : 0)
      })

      itWith('errorAfter', 'should find the charge after a 500 with effect', async () => {
        const args = await withEffect('errorAfter')
        const { status } = await charge(args)
        expect(['paid', 'unknown']).toContain(status)
        expect(await chargesIn(args)).toHaveLength(1)
      })

      it('should not be sure when the caller gives up', async () => {
        const args = chargeOf(await store())
        const answer = await server.provider.chargeAlias({ ...args, signal: AbortSignal.abort() })
        expect(answer).toMatchObject({ status: 'unknown' })
        expect(await charge(args)).toMatchObject({ status: 'paid' })
        expect(await chargesIn(args)).toHaveLength(1)
      })

      itWith('timeoutAfter', 'should give back once when the answer to that is lost', async () => {
        const { providerID } = await paid(5_000)
        const args = refundOf(providerID, 5_000)
        await server.script({ fault: 'timeoutAfter', reference: args.reference })
        expect(await server.provider.refund(args)).toMatchObject({ status: 'unknown' })
        if (capabilities.lookupByReference)
          expect(['paid', 'pending']).toContain((await lookup(args, 'refund')).status)
        expect(['paid', 'pending']).toContain((await server.provider.refund(args)).status)
        expect(await refundsIn(args)).toHaveLength(1)
      })
    })

    describe('an unknown reference', () => {
      itIf(
        capabilities.lookupByReference,
        'nothing is found by reference',
        'should not be found',
        async () => {
          for (const kind of ['charge', 'refund'] as const)
            expect(await server.provider.lookup({ kind, reference: newReference() })).toMatchObject(
              {
                status: 'notFound',
              },
            )
        },
      )
    })

    describe('a pending charge', () => {
      const pending = async () => {
        const args = chargeOf(await store())
        await server.script({ fault: 'pending', reference: args.reference })
        const answer = await charge(args)
        expect(answer).toMatchObject({ status: 'pending' })
        const providerID = answer.providerID!
        expect(await lookup({ ...args, providerID })).toMatchObject({ status: 'pending' })
        return { ...args, providerID }
      }
      /** The last word of the webhooks about a reference. */
      const heard = async (reference: string) => {
        const events = (await server.webhooks(reference)).flatMap((request) =>
          server.provider.parseWebhook(request),
        )
        // A bank's taking back may name the provider's ID alone.
        return events.filter((event) => [reference, ''].includes(event.reference)).at(-1)
      }

      for (const status of ['paid', 'declined'] as const) {
        itWith('pending', `should be ${status} when it is asked about`, async () => {
          const args = await pending()
          await server.settle({ reference: args.reference, status })
          const { decline, status: found } = await lookup(args)
          expect(found).toBe(status)
          if (status === 'declined') expect(['hard', 'soft']).toContain(decline)
        })

        const title = `should be ${status} by webhook as by asking`
        if (!capabilities.webhooks) it.skip(`${title} (not here: no webhooks)`, () => undefined)
        else
          itWith('pending', title, async () => {
            const args = await pending()
            await server.settle({ reference: args.reference, status })
            const event = await heard(args.reference)
            expect(event).toMatchObject({
              kind: 'charge',
              providerID: args.providerID,
              reference: args.reference,
              status,
            })
            expect(event!.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
            const found = await lookup(args)
            expect(found.status).toBe(event!.status)
            expect(found.decline).toBe(event!.decline)
          })
      }

      itWith(
        'returned',
        'should be known as returned when the bank takes it back, and as regained when it gives it back',
        async () => {
          const args = await paid()
          await server.settle({ reference: args.reference, status: 'returned' })
          expect(await lookup(args)).toMatchObject({ status: 'returned' })
          if (capabilities.webhooks)
            expect(await heard(args.reference)).toMatchObject({
              kind: 'charge',
              providerID: args.providerID,
              status: 'returned',
            })
          // The bank has heard the house, too.
          await server.settle({ reference: args.reference, status: 'regained' })
          expect(await lookup(args)).toMatchObject({ status: 'regained' })
          if (capabilities.webhooks)
            expect(await heard(args.reference)).toMatchObject({
              kind: 'charge',
              providerID: args.providerID,
              status: 'regained',
            })
        },
      )

      itWith('returned', 'should be known for what was taken of it, part after part', async () => {
        const args = await paid()
        const of = (amount: number, status: 'regained' | 'returned') =>
          expect.objectContaining({ amount, currency: CURRENCY, status })
        const parts: { amount: number; status: 'regained' | 'returned' }[] = []
        for (const [amount, status] of [
          [1_000, 'returned'],
          [2_345, 'returned'],
          [1_000, 'regained'],
        ] as const) {
          await server.settle({ amount, reference: args.reference, status })
          const known = parts.find((part) => part.amount === amount)
          if (known) known.status = status
          else parts.push({ amount, status })
          const { disputes, status: found } = await lookup(args)
          expect(found).toBe('paid')
          expect(disputes).toHaveLength(parts.length)
          for (const part of parts) expect(disputes).toContainEqual(of(part.amount, part.status))
          if (!capabilities.webhooks) continue
          const event = await heard(args.reference)
          expect(event).toMatchObject({ kind: 'charge', providerID: args.providerID, status })
          expect(event!.dispute).toEqual(of(amount, status))
          expect(disputes!.map(({ id }) => id)).toContain(event!.dispute!.id)
        }
      })
    })

    describe('webhooks', () => {
      const anyWebhook = async () => {
        const args = chargeOf(await store())
        await charge(args)
        const [request] = await server.webhooks(args.reference)
        return { args, request: request! }
      }
      const itHooked = (title: string, run: () => Promise<void>) =>
        itIf(capabilities.webhooks, 'no webhooks', title, run)
      const refused = (request: { headers: Record<string, string | undefined>; rawBody: Buffer }) =>
        expect(() => server.provider.parseWebhook(request)).toThrow(WebhookRefused)

      itHooked('should tell of a charge', async () => {
        const { args, request } = await anyWebhook()
        const [event] = server.provider.parseWebhook(request)
        expect(event).toMatchObject({ kind: 'charge', reference: args.reference, status: 'paid' })
      })

      itHooked('should carry the same event ID when they come twice', async () => {
        const { request } = await anyWebhook()
        const again = server.sign({ rawBody: request.rawBody })
        const ids = [request, again].map((each) =>
          server.provider.parseWebhook(each).map(({ eventID }) => eventID),
        )
        expect(ids[0]![0]).toBeTruthy()
        expect(ids[1]).toEqual(ids[0])
      })

      itHooked('should tell two charges apart', async () => {
        const [one, two] = [await anyWebhook(), await anyWebhook()].map(
          ({ request }) => server.provider.parseWebhook(request)[0]!.eventID,
        )
        expect(two).not.toBe(one)
      })

      itHooked('should be refused without a signature', async () => {
        const { request } = await anyWebhook()
        refused({ headers: { 'content-type': 'application/json' }, rawBody: request.rawBody })
      })

      itHooked('should be refused when signed with another secret', async () => {
        const { request } = await anyWebhook()
        refused(server.sign({ rawBody: request.rawBody, secret: 'whsec_someone_elses' }))
      })

      itHooked('should be refused when a byte differs', async () => {
        const { request } = await anyWebhook()
        const rawBody = Buffer.from(
          request.rawBody
            .toString()
            .replace(/(\d)(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
        )
        expect(rawBody.equals(request.rawBody)).toBe(false)
        refused({ ...request, rawBody })
      })

      const itTimed = (title: string, run: () => Promise<void>) =>
        capabilities.webhooks
          ? itWith('signedTime', title, run)
          : it.skip(`${title} (not here: no webhooks)`, run)
      itTimed('should be refused when signed an hour ago, or in an hour', async () => {
        const { request } = await anyWebhook()
        for (const ageSeconds of [3_600, -3_600])
          refused(server.sign({ ageSeconds, rawBody: request.rawBody }))
      })

      itHooked('should be refused when signed well and no JSON', async () => {
        refused(server.sign({ rawBody: Buffer.from('{"id":') }))
      })
    })

    describe('giving back', () => {
      it('should give back the whole', async () => {
        const { providerID } = await paid(11_000)
        const args = refundOf(providerID, 11_000)
        expect(['paid', 'pending']).toContain((await server.provider.refund(args)).status)
        expect(await refundsIn(args)).toMatchObject([{ amount: 11_000, currency: CURRENCY }])
      })

      itIf(
        capabilities.partialRefund,
        'only the whole is given back',
        'should give back parts, up to the whole',
        async () => {
          const { providerID } = await paid(100)
          for (const amount of [33, 33, 34]) {
            const args = refundOf(providerID, amount)
            expect(['paid', 'pending']).toContain((await server.provider.refund(args)).status)
            expect(await refundsIn(args)).toMatchObject([{ amount }])
          }
          const more = refundOf(providerID, 1)
          await expect(server.provider.refund(more)).rejects.toThrow(RequestRefused)
          expect(await refundsIn(more)).toEqual([])
        },
      )

      it('should never give back more than was charged', async () => {
        const { providerID } = await paid(100)
        const args = refundOf(providerID, 101)
        await expect(server.provider.refund(args)).rejects.toThrow(RequestRefused)
        expect(await refundsIn(args)).toEqual([])
      })

      it('should happen once for the same key', async () => {
        const { providerID } = await paid(200)
        const args = refundOf(providerID, 200)
        const [one, two] = [await server.provider.refund(args), await server.provider.refund(args)]
        expect(two).toEqual(one)
        expect(await refundsIn(args)).toHaveLength(1)
      })

      it('should be found by its reference', async () => {
        const { providerID } = await paid(200)
        const args = refundOf(providerID, 200)
        const answer = await server.provider.refund(args)
        expect(
          await server.provider.lookup({
            kind: 'refund',
            providerID: answer.providerID,
            reference: args.reference,
          }),
        ).toMatchObject({ providerID: answer.providerID, status: answer.status })
      })
    })

    describe('forgetting a card', () => {
      itWith('revoke', 'should end its charges for good', async () => {
        const stored = await store()
        const revoke = () =>
          server.provider.revokeAlias({ alias: stored.means.alias, customer: stored.customer })
        await revoke()
        await revoke()
        const args = chargeOf(stored)
        expect(await charge(args)).toMatchObject({ decline: 'hard', status: 'declined' })
        expect(await paidIn(args)).toEqual([])
      })
    })
  })
}
