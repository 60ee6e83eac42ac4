import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { readMany } from '../../../database/bulk'
import { RepriseError } from '../../../utilities/errors'
import { idOf } from '../../../utilities/idOf'
import { nextStartOf } from '../operations/nextDate'
import { parseFileNumbers } from '../operations/parseFileNumbers'
import { proposeMapping } from '../operations/proposeMapping'

type MappingRow = { id?: string; criterion?: unknown; origin: unknown; target?: unknown }

/**
 * Refuses what cannot be right where it is typed, and completes the mapping with what the seasons offer. A scheduled batch is taken off
 * the schedule when it is to start otherwise.
 *
 * Throws, with the field: `mappingToItself`, `seasonsOverlap`, `otherSeason`, `mappedTwice`, `deadlineInPast`, `fileNotFound`,
 * `startMissing`, `startInPast`, `deadlineBeforeStart`.
 */
export const checkBatch: CollectionBeforeValidateHook = async ({
  data = {},
  operation,
  originalDoc,
  req,
}) => {
  const value = <T = any>(name: string): T => (name in data ? data[name] : originalDoc?.[name])
  const refs = (name: string) => (value(name) ? idOf(value(name)) : null)
  const originSeason = refs('originSeason')
  const targetSeason = refs('targetSeason')
  if (!originSeason || !targetSeason) return data

  if (originSeason === targetSeason)
    throw new RepriseError('mappingToItself', { field: 'targetSeason' })
  const seasons = await readMany({
    collection: 'seasons',
    payload: req.payload,
    req,
    where: { id: [originSeason, targetSeason] },
  })
  const origin = seasons.find((season) => season.id === originSeason)
  const target = seasons.find((season) => season.id === targetSeason)
  if (origin && target && new Date(target.startsOn) <= new Date(origin.endsOn))
    throw new RepriseError('seasonsOverlap', { field: 'targetSeason' })

  await completeMapping({ data, operation, originalDoc, originSeason, req, targetSeason })

  const typedNow = (name: string) => name in data && !isSame(data[name], originalDoc?.[name])
  if (
    typedNow('paymentDeadline') &&
    data.paymentDeadline &&
    new Date(data.paymentDeadline) <= new Date()
  )
    throw new RepriseError('deadlineInPast', { field: 'paymentDeadline' })

  if (value('fileNumbers')) {
    const { numbers, wrong } = parseFileNumbers(value('fileNumbers'))
    const known = new Set(
      (
        await readMany({
          collection: 'files',
          payload: req.payload,
          req,
          select: ['number'],
          where: { number: numbers ?? [], site: refs('site') },
        })
      ).map((file) => Number(file.number)),
    )
    const missing = [...wrong, ...(numbers ?? []).filter((number) => !known.has(number))]
    if (missing.length)
      throw new RepriseError('fileNotFound', {
        field: 'fileNumbers',
        values: { value: missing.slice(0, 5).join(', ') },
      })
  }

  if (value('when') !== 'byHand' && !value('startAt'))
    throw new RepriseError('startMissing', { field: 'startAt' })
  if (value('when') === 'repeat' && !value('every'))
    throw new RepriseError('startMissing', { field: 'every' })
  if (value('when') === 'once' && typedNow('startAt') && new Date(data.startAt) < new Date())
    throw new RepriseError('startInPast', { field: 'startAt' })
  const isStartTyped = ['every', 'startAt', 'when'].some(typedNow)
  if (isStartTyped || typedNow('paymentDeadline')) {
    const [site] = await readMany({
      collection: 'sites',
      payload: req.payload,
      req,
      select: ['timeZone'],
      where: { id: refs('site') },
    })
    const start =
      site &&
      nextStartOf({
        every: value('every'),
        startAt: value('startAt'),
        when: value('when'),
        zone: String(site.timeZone),
      })
    if (start && new Date(value('paymentDeadline')) <= start)
      throw new RepriseError('deadlineBeforeStart', { field: 'paymentDeadline' })
  }
  // It was scheduled for another start than the one that is now asked for. Nobody has asked for that one yet: it waits for "Schedule".
  if (originalDoc?.nextRunAt && isStartTyped) {
    data.nextRunAt = null
    if (originalDoc.state === 'scheduled') data.state = originalDoc.lastRun ? 'done' : 'new'
  }
  return data
}

/** Whether two values of a field are one; a moment can be written in several ways. */
const isSame = (a: unknown, b: unknown): boolean =>
  String(a ?? '') === String(b ?? '') ||
  Boolean(a && b && new Date(String(a)).getTime() === new Date(String(b)).getTime())

const completeMapping = async ({
  data,
  operation,
  originalDoc,
  originSeason,
  req,
  targetSeason,
}: {
  data: Record<string, any>
  operation: string
  originalDoc?: Record<string, any>
  originSeason: string
  req: PayloadRequest
  targetSeason: string
}) => {
  const sameSeasons =
    operation === 'update' &&
    idOf(originalDoc?.originSeason) === originSeason &&
    idOf(originalDoc?.targetSeason) === targetSeason
  // Another pair of seasons is another mapping.
  const keep = operation === 'create' || sameSeasons
  const rows: MappingRow[] = keep ? (data.mapping ?? originalDoc?.mapping ?? []) : []
  const subscriptions = await readMany({
    collection: 'subscriptions',
    payload: req.payload,
    req,
    select: ['code', 'name', 'season'],
    sort: 'code',
    where: { season: [originSeason, targetSeason] },
  })
  const seasonOf = new Map(
    subscriptions.map((subscription) => [subscription.id, subscription.season]),
  )
  rows.forEach((row, i) => {
    if (seasonOf.get(idOf(row.origin)) !== originSeason)
      throw new RepriseError('otherSeason', { field: `mapping.${i}.origin` })
    if (!row.target) return
    if (idOf(row.target) === idOf(row.origin))
      throw new RepriseError('mappingToItself', { field: `mapping.${i}.target` })
    if (seasonOf.get(idOf(row.target)) !== targetSeason)
      throw new RepriseError('otherSeason', { field: `mapping.${i}.target` })
    if (rows.findIndex((other) => idOf(other.origin) === idOf(row.origin)) !== i)
      throw new RepriseError('mappedTwice', { field: `mapping.${i}.origin` })
  })
  const mapped = new Set(rows.map((row) => idOf(row.origin)))
  const used = new Set(rows.flatMap((row) => (row.target ? [idOf(row.target)] : [])))
  const named = (season: string) =>
    subscriptions
      .filter((subscription) => subscription.season === season)
      .map(({ id, name, code }) => ({ id, name: name as string, code: code as string }))
  const missing = named(originSeason).filter(({ id }) => !mapped.has(id))
  const proposed = proposeMapping(
    missing,
    named(targetSeason).filter(({ id }) => !used.has(id)),
  )
  data.mapping = [
    ...rows,
    ...missing.map((subscription, i) => ({ origin: subscription.id, target: proposed[i] })),
  ]

  const tariffRows: MappingRow[] = data.tariffMapping ?? originalDoc?.tariffMapping ?? []
  const site = data.site ?? originalDoc?.site
  if (!site) return
  const tariffs = await readMany({
    collection: 'tariffs',
    payload: req.payload,
    req,
    select: ['code', 'name'],
    sort: 'code',
    where: { site: idOf(site) },
  })
  const mappedTariffs = new Set(tariffRows.map((row) => idOf(row.origin)))
  data.tariffMapping = [
    ...tariffRows,
    // Tariffs outlive the season: each is its own successor until somebody says otherwise.
    ...tariffs
      .filter(({ id }) => !mappedTariffs.has(id))
      .map(({ id }) => ({ origin: id, target: id })),
  ]
}
