import type { Payload } from 'payload'

import type { Counts, Run } from '../../../jobs/runs/types'
import type { RefusedCharge, WrittenPayment } from '../../../operations/payments/paymentMethods'
import type { FilePlan, LinePlan, OrderPlan, WrittenFile } from '../../../operations/fileDocuments'
import type { ComposedPayment } from './composePayment'
import type { LoadedFiles } from './loadFiles'
import type { LineDecision, OriginFile, OriginLine, RenewalSettings, SeasonContext } from './types'

import { newID } from '../../../database/bulk'
import { renewalCaseKey } from '../../../operations/payments/caseKeys'
import { renewalKeyOf } from '../../../operations/renewalKeys'
import { toSearchKey } from '../../../utilities/toSearchKey'
import { composePayment } from './composePayment'

/** A decided file: each line with its decision, `null` while it waits for the second pass. */
export type DecidedFile = {
  decisions: { decision: LineDecision | null; line: OriginLine }[]
  file: OriginFile
}

type Row = Record<string, unknown>

type Args = {
  decided: DecidedFile[]
  firstPosition: number
  loaded: LoadedFiles
  now: Date
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
}

/**
 * What is to be written for decided files: plans of new files (one per origin file; a sale and a reservation order in it as
 * needed), a result row per subscription, and the counts.
 *
 * @returns what follows from `written`, once the files have their numbers: the result rows, the payments to start, and the charges
 * that were refused beforehand
 */
export const composeFiles = ({
  decided,
  firstPosition,
  loaded,
  now,
  payload,
  run,
  season,
}: Args) => {
  const { settings } = run
  const plans: FilePlan[] = []
  const planOf = new Map<string, number>()
  const paymentOf = new Map<string, ComposedPayment>()
  const newLineOf = new Map<string, string>()
  const counts: Counts = {}
  const count = (key: string, by = 1) => (counts[key] = (counts[key] ?? 0) + by)

  for (const { decisions, file } of decided) {
    const orders: OrderPlan[] = []
    // What should have been charged is reserved by an order of its own, so that it can be charged later, and it alone.
    for (const part of ['charged', 'refused', 'others'] as const) {
      const kind = part === 'charged' ? 'sale' : 'reservation'
      const lines = decisions.flatMap(({ decision, line }): LinePlan[] => {
        if (decision?.kind !== 'renew') return []
        if (partOf(decision, file) !== part) return []
        const id = newID(payload)
        newLineOf.set(line.id, id)
        return [
          {
            id,
            amount: decision.amount,
            beneficiary: line.beneficiary,
            kind: 'subscription',
            originLine: line.id,
            performances: decision.intent.target.performances,
            priceCategory: decision.priceCategory,
            renewalKey: renewalKeyOf(line.id, settings.targetSeason),
            season: settings.targetSeason,
            seat: decision.seat?.id,
            shipmentMode: decision.intent.shipmentMode,
            subscription: decision.intent.target.id,
            tariff: decision.intent.tariff,
          },
        ]
      })
      if (!lines.length) continue
      const amount = lines.reduce((sum, line) => sum + line.amount, 0)
      const plan = file.charge && 'plan' in file.charge ? file.charge.plan : null
      // What costs nothing is sold without any payment.
      const payment =
        kind === 'sale' && plan && amount > 0
          ? composePayment({ amount, now, plan, settings })
          : null
      if (payment) paymentOf.set(file.id, payment)
      const modes = new Set(lines.map((line) => line.shipmentMode))
      orders.push({
        cause: 'renewal',
        isCharging: payment?.isCharging,
        kind,
        lines: [...lines, ...(payment?.fees ?? [])],
        paymentDeadline: kind === 'reservation' ? settings.paymentDeadline : null,
        requestedBy: 'institution',
        shipmentMode: modes.size === 1 ? [...modes][0] : null,
      })
    }
    if (!orders.length) continue
    planOf.set(file.id, plans.length)
    const payment = paymentOf.get(file.id)?.payment
    plans.push({
      channel: settings.channel,
      currency: settings.currency,
      institution: run.institution,
      orders,
      payer: file.payer,
      // The sale, where there is one, comes first.
      payments: payment ? [{ ...payment, contact: file.chargedContact, order: 0 }] : [],
      run: run.id,
      season: settings.targetSeason,
      site: run.site,
    })
    count('files')
  }

  /** A simulation says what comes of it when every charge goes through. */
  const outcomeOf = (decision: LineDecision | null, file: OriginFile): string => {
    if (!decision) return 'waiting'
    const isCharging = decision.outcome === 'sold' && paymentOf.get(file.id)?.isCharging
    return isCharging && !run.simulation ? 'charging' : decision.outcome
  }

  const rows = (written: WrittenFile[]): Row[] => {
    const out: Row[] = []
    for (const { decisions, file } of decided)
      for (const { decision, line } of decisions) {
        const at = planOf.get(file.id)
        const fresh = decision?.kind === 'renew' && at !== undefined ? written[at] : undefined
        const intent = decision?.kind === 'renew' ? decision.intent : null
        const mode = intent?.shipmentMode
        const label = [
          loaded.contactNames.get(line.beneficiary ?? line.payer),
          season.subscriptionNames.get(line.subscription),
        ]
          .filter(Boolean)
          .join(' · ')
        const plan = file.charge && 'plan' in file.charge ? file.charge.plan : null
        const payment =
          decision?.outcome === 'sold' && plan ? paymentOf.get(file.id)?.payment : undefined
        out.push({
          details: payment ? { label: plan!.label, schedule: payment.schedule } : null,
          file: file.id,
          fileNumber: file.number,
          institution: run.institution,
          item: line.id,
          label,
          newFile: fresh?.id,
          newFileNumber: fresh?.number,
          newLine: fresh ? newLineOf.get(line.id) : null,
          outcome: outcomeOf(decision, file),
          payment: payment?.method ?? null,
          position: firstPosition + out.length,
          priceAfter: decision?.kind === 'renew' ? decision.amount : null,
          priceBefore: line.amount,
          reason: decision?.reason ?? 'waitingForSeat',
          rowKey: `${run.id}:${line.id}`,
          run: run.id,
          searchKey: toSearchKey(label),
          seat: decision?.kind === 'renew' ? decision.seat?.id : null,
          seatAfter: decision?.kind === 'renew' ? decision.seat?.label : null,
          seatBefore: line.seat?.label,
          seatReason: decision?.kind === 'renew' ? decision.seatReason : null,
          shipmentMode: mode ? season.shipmentModes.get(mode)?.name : null,
          site: run.site,
          subscription: intent?.target.id ?? settings.mapping[line.subscription]?.target ?? null,
        })
      }
    return out
  }

  /** The payments as they were written, for the charges that are due. */
  const payments = (written: WrittenFile[]): WrittenPayment[] =>
    decided.flatMap(({ file }) => {
      const at = planOf.get(file.id)
      const fresh = at === undefined ? undefined : written[at]
      const [payment] = fresh?.payments ?? []
      if (!fresh || !payment || !file.charge || !('plan' in file.charge)) return []
      return [
        {
          ...payment,
          caseKey: renewalCaseKey(file.id, settings.targetSeason),
          contact: file.chargedContact,
          currency: settings.currency,
          file: fresh.id,
          institution: run.institution,
          plan: file.charge.plan,
          run: run.id,
          site: run.site,
        },
      ]
    })

  /** What should have been charged and cannot be; decided without asking anybody. */
  const refused = (written: WrittenFile[]): RefusedCharge[] =>
    decided.flatMap(({ decisions, file }) => {
      if (!file.charge || !('refusal' in file.charge)) return []
      const { refusal, terms } = file.charge
      const at = planOf.get(file.id)
      return decisions
        .filter(({ decision }) => reasonOf(decision) === refusal)
        .map(({ decision, line }) => ({
          amount: decision?.kind === 'renew' ? decision.amount : line.amount,
          caseKey: renewalCaseKey(file.id, settings.targetSeason),
          contact: file.chargedContact,
          currency: settings.currency,
          file: (decision?.kind === 'renew' && at !== undefined && written[at]?.id) || file.id,
          institution: run.institution,
          reason: refusal,
          run: run.id,
          site: run.site,
          terms,
        }))
    })

  for (const { decisions, file } of decided)
    for (const { decision } of decisions) {
      count(outcomeOf(decision, file))
      if (decision) count(`reason:${decision.reason}`)
    }
  return { counts, payments, plans, refused, rows }
}

const refusalOf = ({ charge }: OriginFile) =>
  charge && 'refusal' in charge ? charge.refusal : null

const partOf = (decision: LineDecision, file: OriginFile): 'charged' | 'others' | 'refused' => {
  if (decision.outcome === 'sold') return 'charged'
  const refusal = refusalOf(file)
  return refusal && reasonOf(decision) === refusal ? 'refused' : 'others'
}

/** Why a subscription is not sold although it renews automatically. */
const reasonOf = (decision: LineDecision | null): null | string =>
  decision?.kind === 'renew' ? decision.intent.reservedBecause : (decision?.reason ?? null)
