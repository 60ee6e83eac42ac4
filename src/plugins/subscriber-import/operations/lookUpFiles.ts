import type { Payload } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { ImportFile, ImportLine, ImportSettings } from './types'

import { readMany } from '../../../database/bulk'
import { linesNotIn } from './linesNotIn'
import { lookUpMeans } from './lookUpMeans'
import { refuseNumbersOfOthers } from './numbersOfOthers'

const performancesOf = async (payload: Payload, season: string) => {
  const { docs } = await payload.find({
    collection: 'subscriptions',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { season: { equals: season } },
  })
  return new Map(
    docs.map(
      (doc) => [String(doc.id), ((doc.performances ?? []) as unknown[]).map(String)] as const,
    ),
  )
}

/** What the database says about files: which are in already and without which lines, whose numbers are another's, and which seats are taken. */
export const lookUpFiles = async ({
  files,
  payload,
  run,
}: {
  files: ImportFile[]
  payload: Payload
  run: Run<ImportSettings>
}) => {
  const performances = await performancesOf(payload, run.settings.season)
  const known = new Map(
    (
      await readMany({
        collection: 'files',
        payload,
        select: ['originKey'],
        where: { originKey: files.map((file) => file.key) },
      })
    ).map((file) => [file.originKey as string, file.id] as const),
  )
  const fresh = files.filter((file) => !known.has(file.key))
  const notIn = await linesNotIn({
    known: new Map(
      files.flatMap((file) => (known.has(file.key) ? [[file, known.get(file.key)!] as const] : [])),
    ),
    payload,
    settings: run.settings,
  })
  await refuseNumbersOfOthers({ files: fresh, payload, run })
  const means = await lookUpMeans({ files, payload, run })
  const seatKeys = (line: ImportLine): string[] =>
    line.resolved?.seat
      ? (performances.get(line.resolved.subscription) ?? []).map(
          (performance) => `${performance}:${line.resolved!.seat}`,
        )
      : []
  const taken = new Set(
    (
      await readMany({
        collection: 'seat-allocations',
        payload,
        select: ['seatKey'],
        where: { seatKey: fresh.flatMap((file) => file.lines.flatMap(seatKeys)) },
      })
    ).map((allocation) => allocation.seatKey as string),
  )
  for (const file of fresh)
    for (const line of file.lines)
      if (seatKeys(line).some((key) => taken.has(key)))
        line.problems.push({
          code: 'seatTaken',
          column: run.settings.mapping.seat ?? null,
          field: 'seat',
          value: line.label,
        })
  return { fresh, known, means, notIn, performances }
}
