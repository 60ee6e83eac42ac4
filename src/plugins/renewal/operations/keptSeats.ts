import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { SeatFinder } from '../../../operations/seatFinder'
import type { RenewalSettings, SeasonContext, Seat } from './types'

import { readMany } from '../../../database/bulk'
import { mappedOf } from './decideFile'
import { readRenewed, readStops, unique } from './loadFiles'
import { planFiles } from './planFiles'
import { sameSeatsOf } from './sameSeats'

/** Per file the seats that are kept for it, and for which target. */
export type KeptSeats = Map<string, { seatID: string; targetID: string }[]>

type Args = {
  automatic: ReadonlySet<string>
  payload: Payload
  run: Run<RenewalSettings>
  season: SeasonContext
  sharing: ReadonlyMap<string, SeatFinder<Seat>[]>
}

/**
 * Takes last year's seat of everybody who is still to be renewed out of the search, also of those whom this run does not try (a
 * batch size, a list of files) and of those it could not pay: the seat waits for its owner. Who has stopped leaves it free.
 *
 * @returns the kept seats of the files that this run still comes to; of the others nothing must be known, and a season has many
 */
export const keepForTheirOwners = async ({
  automatic,
  payload,
  run,
  season,
  sharing,
}: Args): Promise<KeptSeats> => {
  const kept: KeptSeats = new Map()
  const settings = { ...run.settings, batchSize: null, fileNumbers: null, lineIDs: null }
  for await (const fileIDs of planFiles({ payload, run: { ...run, settings } })) {
    const waiting = new Set(
      (
        await readMany({
          collection: 'run-rows',
          payload,
          select: ['file'],
          where: { file: fileIDs, outcome: 'waiting', run: run.id },
        })
      ).map((row) => row.file as string),
    )
    const lines = await loadLines({ automatic, fileIDs, payload, settings })
    const stops = await readStops({
      payload,
      people: unique(lines.flatMap((line) => [line.payer, line.beneficiary])),
      settings,
    })
    const same = await sameSeatsOf({ files: [{ lines }], payload, season, settings })
    for (const line of lines) {
      const mapped = mappedOf({ line, season, settings, stops })
      if ('reason' in mapped) continue
      const { target } = mapped
      const seat = target.seated ? same.seatOf(line, target.venue) : undefined
      const finders = sharing.get(target.id) ?? []
      // Somebody was quicker: nothing to keep.
      if (!seat || !finders.every((finder) => finder.isFree(seat.id))) continue
      for (const finder of finders) finder.take(seat.id)
      if (!waiting.has(line.file)) continue
      const ofFile = kept.get(line.file) ?? []
      kept.set(line.file, ofFile)
      ofFile.push({ seatID: seat.id, targetID: target.id })
    }
  }
  return kept
}

/** The lines of files that are still to be renewed, file by file in the order given, with their seats. */
const loadLines = async ({
  automatic,
  fileIDs,
  payload,
  settings,
}: {
  fileIDs: string[]
  settings: RenewalSettings
} & Pick<Args, 'automatic' | 'payload'>) => {
  const lines = await readMany({
    collection: 'lines',
    payload,
    select: ['beneficiary', 'file', 'payer', 'seat', 'subscription', 'tariff'],
    where: { file: fileIDs, kind: 'subscription', season: settings.originSeason, state: 'sold' },
  })
  const renewed = await readRenewed({ lines, payload, settings })
  const seats = await readMany<Seat>({
    collection: 'seats',
    payload,
    where: { id: unique(lines.map((line) => line.seat)) },
  })
  const seatByID = new Map(seats.map((seat) => [seat.id, seat]))
  const order = new Map(fileIDs.map((id, i) => [id, i]))
  return lines
    .filter((line) => !renewed.has(line.id))
    .map((line) => ({
      id: line.id,
      beneficiary: line.beneficiary as null | string,
      file: line.file as string,
      isAutomatic: automatic.has(line.subscription),
      payer: line.payer as string,
      seat: seatByID.get(line.seat) ?? null,
      subscription: line.subscription as string,
      tariff: line.tariff as null | string,
    }))
    .sort((a, b) => order.get(a.file)! - order.get(b.file)! || (a.id < b.id ? -1 : 1))
}
