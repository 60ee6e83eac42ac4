import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

import { setImmediate } from 'timers/promises'

import type { Conditions } from '../../database/bulk'
import type {
  AllocationDoc,
  ChildCollection,
  FileDoc,
  InstalmentDoc,
  LineDoc,
  OrderDoc,
  Page,
  PaymentDoc,
  TicketDoc,
} from './types'

import { readMany } from '../../database/bulk'
import { groupBy } from '../../utilities/groupBy'
import { relationshipsOf } from './relationships'
import { HELD_STATES } from '../heldStates'

const FIELDS = {
  files: ['balance', 'number', 'numberKey', 'paid', 'run', 'status', 'total'],
  instalments: ['amount', 'payment', 'state'],
  lines: [
    'amount',
    'cancelledBy',
    'kind',
    'order',
    'originLine',
    'parent',
    'performance',
    'renewalKey',
    'run',
    'season',
    'seat',
    'state',
  ],
  orders: ['amount', 'kind', 'number', 'numberKey', 'run'],
  payments: ['amount', 'paid', 'state'],
  'seat-allocations': ['line', 'performance', 'seat', 'seatKey', 'state'],
  tickets: ['line', 'number', 'numberKey', 'state'],
}

type Args = {
  fileIDs: string[]
  payload: Payload
  /** With a transaction: everything is read as of one moment. */
  req?: PayloadRequest
}

/** Reads some files and all that checking them needs, in a fixed number of queries. */
export const loadPage = async ({ fileIDs, payload, req }: Args): Promise<Page> => {
  const read = async <T extends { id: string }>(
    collection: CollectionSlug,
    select: string[],
    where: Conditions,
  ) => {
    // SQLite answers at once, so that nobody else would have a turn until everything is verified.
    await setImmediate()
    return readMany<T>({ collection, payload, req, select, where })
  }
  const namesOf = (collection: 'files' | ChildCollection) => [
    ...new Set([
      'institution',
      'site',
      ...(collection === 'files' ? [] : ['file']),
      ...FIELDS[collection],
      ...relationshipsOf(payload, collection).map(({ name }) => name),
    ]),
  ]
  const childrenOf = <T extends { id: string; file: string }>(collection: ChildCollection) =>
    read<T>(collection, namesOf(collection), { file: fileIDs })

  // One after the other: a MongoDB transaction takes no two at once.
  const files = await read<FileDoc>('files', namesOf('files'), { id: fileIDs })
  const orders = await childrenOf<OrderDoc>('orders')
  const lines = await childrenOf<LineDoc>('lines')
  const allocations = await childrenOf<AllocationDoc>('seat-allocations')
  const payments = await childrenOf<PaymentDoc>('payments')
  const instalments = await childrenOf<InstalmentDoc>('instalments')
  const tickets = await childrenOf<TicketDoc>('tickets')

  const originIDs = unique(lines.map(({ originLine }) => originLine))
  const origins = originIDs.length
    ? await read<{ id: string; institution: string; season: null | string }>(
        'lines',
        ['institution', 'season'],
        { id: originIDs },
      )
    : []
  const renewals = originIDs.length
    ? await read<{ id: string; originLine: string; season: null | string }>(
        'lines',
        ['originLine', 'season'],
        { originLine: originIDs, state: [...HELD_STATES] },
      )
    : []
  const renewedByRun = lines.filter(({ originLine, run }) => originLine && run).map(({ id }) => id)
  const rows = renewedByRun.length
    ? await read<{ id: string; newLine: string; run: string }>('run-rows', ['newLine', 'run'], {
        newLine: renewedByRun,
      })
    : []
  const runIDs = unique([...files, ...orders, ...lines].map(({ run }) => run))
  const simulations = runIDs.length ? await read('runs', [], { id: runIDs, simulation: true }) : []

  const owners: Page['owners'] = new Map()
  for (const [to, ids] of targetsOf(payload, {
    allocations,
    files,
    instalments,
    lines,
    orders,
    payments,
    tickets,
  })) {
    const hasSite = payload.collections[to].config.flattenedFields.some(
      ({ name }) => name === 'site',
    )
    const found = await read<{ id: string; institution: string; site?: string }>(
      to,
      hasSite ? ['institution', 'site'] : ['institution'],
      { id: [...ids] },
    )
    for (const { id, institution, site } of found)
      owners.set(`${to}:${id}`, { institution, site: site ?? null })
  }

  const ordersOf = groupBy(orders, ({ file }) => file)
  const linesOf = groupBy(lines, ({ file }) => file)
  const allocationsOf = groupBy(allocations, ({ file }) => file)
  const paymentsOf = groupBy(payments, ({ file }) => file)
  const instalmentsOf = groupBy(instalments, ({ file }) => file)
  const ticketsOf = groupBy(tickets, ({ file }) => file)
  const rowCounts = new Map<string, number>()
  for (const { newLine, run } of rows) {
    const key = `${run}:${newLine}`
    rowCounts.set(key, (rowCounts.get(key) ?? 0) + 1)
  }
  return {
    ledgers: files.map((file) => ({
      allocations: allocationsOf.get(file.id) ?? [],
      file,
      instalments: instalmentsOf.get(file.id) ?? [],
      lines: linesOf.get(file.id) ?? [],
      orders: ordersOf.get(file.id) ?? [],
      payments: paymentsOf.get(file.id) ?? [],
      tickets: ticketsOf.get(file.id) ?? [],
    })),
    origins: new Map(origins.map((line) => [line.id, line])),
    owners,
    renewals: groupBy(renewals, ({ originLine }) => originLine),
    rows: rowCounts,
    simulations: new Set(simulations.map(({ id }) => id)),
  }
}

const unique = (ids: (null | string)[]): string[] => [
  ...new Set(ids.filter((id): id is string => Boolean(id))),
]

const targetsOf = (
  payload: Payload,
  {
    allocations,
    ...rest
  }: { allocations: object[] } & Record<
    'files' | 'instalments' | 'lines' | 'orders' | 'payments' | 'tickets',
    object[]
  >,
): Map<CollectionSlug, Set<string>> => {
  const targets = new Map<CollectionSlug, Set<string>>()
  for (const [collection, docs] of Object.entries({ ...rest, 'seat-allocations': allocations }))
    for (const { name, to } of relationshipsOf(payload, collection as ChildCollection)) {
      const ids = targets.get(to) ?? new Set()
      targets.set(to, ids)
      for (const doc of docs as Record<string, null | string>[]) if (doc[name]) ids.add(doc[name])
    }
  return targets
}
