import type { Payload } from 'payload'

import type { Counts, Run } from '../../../jobs/runs/types'
import type { FilePlan, OrderPlan, WrittenFile } from '../../../operations/writeFiles'
import type { LoadedFiles } from './loadFiles'
import type { LineDecision, OriginFile, OriginLine, RenewalSettings, SeasonContext } from './types'

import { newID } from '../../../database/bulk'
import { renewalKeyOf } from '../../../operations/renewalKeys'
import { toSearchKey } from '../../../utilities/toSearchKey'

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
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
}

/**
 * What is to be written for decided files: plans of new files (one per origin file; a sale and a reservation order in it as
 * needed), a result row per subscription, and the counts.
 *
 * @returns `rows(written)` completes the rows with the numbers of the files once they are known
 */
export const composeFiles = ({ decided, firstPosition, loaded, payload, run, season }: Args) => {
  const { settings } = run
  const plans: FilePlan[] = []
  const planOf = new Map<string, number>()
  const newLineOf = new Map<string, string>()
  const counts: Counts = {}
  const count = (key: string, by = 1) => (counts[key] = (counts[key] ?? 0) + by)

  for (const { decisions, file } of decided) {
    const orders: OrderPlan[] = []
    for (const kind of ['sale', 'reservation'] as const) {
      const lines = decisions.flatMap(({ decision, line }) => {
        if (decision?.kind !== 'renew') return []
        if ((decision.outcome === 'sold') !== (kind === 'sale')) return []
        const id = newID(payload)
        newLineOf.set(line.id, id)
        return [
          {
            id,
            amount: decision.amount,
            beneficiary: line.beneficiary,
            kind: 'subscription' as const,
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
      const modes = new Set(lines.map((line) => line.shipmentMode))
      orders.push({
        cause: 'renewal',
        kind,
        lines,
        paymentDeadline: kind === 'reservation' ? settings.paymentDeadline : null,
        requestedBy: 'institution',
        shipmentMode: modes.size === 1 ? [...modes][0] : null,
      })
    }
    if (!orders.length) continue
    const sale = orders.find((order) => order.kind === 'sale')
    const charge = file.charge && 'plan' in file.charge ? file.charge.plan : null
    planOf.set(file.id, plans.length)
    plans.push({
      channel: settings.channel,
      currency: settings.currency,
      institution: run.institution,
      orders,
      payer: file.payer,
      payments:
        sale && charge
          ? [
              {
                amount: sale.lines.reduce((sum, line) => sum + line.amount, 0),
                instalments: charge.instalments,
                method: charge.method,
                state: 'planned',
              },
            ]
          : [],
      run: run.id,
      season: settings.targetSeason,
      site: run.site,
    })
    count('files')
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
        out.push({
          file: file.id,
          fileNumber: file.number,
          institution: run.institution,
          item: line.id,
          label,
          newFile: fresh?.id,
          newFileNumber: fresh?.number,
          newLine: fresh ? newLineOf.get(line.id) : null,
          outcome: decision?.kind === 'renew' ? decision.outcome : (decision?.outcome ?? 'waiting'),
          payment:
            decision?.kind === 'renew' &&
            decision.outcome === 'sold' &&
            file.charge &&
            'plan' in file.charge
              ? file.charge.plan.method
              : null,
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
          shipmentMode: mode ? season.shipmentModes.get(mode)?.name : null,
          site: run.site,
          subscription: intent?.target.id ?? settings.mapping[line.subscription]?.target ?? null,
        })
      }
    return out
  }

  for (const { decisions } of decided)
    for (const { decision } of decisions) {
      if (!decision) {
        count('waiting')
        continue
      }
      count(decision.outcome)
      count(`reason:${decision.reason}`)
    }
  return { counts, plans, rows }
}
