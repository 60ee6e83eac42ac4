import type { PayloadRequest } from 'payload'

import { setImmediate } from 'timers/promises'

import type { Verifier } from './verifiers'

import { readMany, readPages } from '../../database/bulk'
import { inTransaction } from '../../database/inTransaction'
import { seatKeyOf } from '../allocateSeats'
import { HELD_STATES } from '../heldStates'

type Allocation = { id: string; file: string; seat: string }

/**
 * Counts who sits where, performance by performance, without relying on the unique key that should make it impossible: no seat
 * is held twice. Memory is one venue's seats.
 */
export const verifySeats: Verifier = async ({ institutionID, payload, reporter }) => {
  reporter.count('performances', 0)
  for await (const performances of readPages({
    collection: 'performances',
    payload,
    select: [],
    where: institutionID ? { institution: institutionID } : {},
  })) {
    reporter.count('performances', performances.length)
    for (const { id: performance } of performances) {
      await setImmediate()
      const held = new Set<string>()
      const twice = new Set<string>()
      const holding = { performance, state: [...HELD_STATES] }
      const allocated = await readMany<Allocation>({
        collection: 'seat-allocations',
        payload,
        select: ['seat'],
        where: holding,
      })
      for (const { seat } of allocated) (held.has(seat) ? twice : held).add(seat)
      if (!twice.size) continue
      // A cursor may meet a seat that moves from one file to another twice; at one moment it is held once.
      const allocations = await inTransaction({
        payload,
        work: (req: PayloadRequest) =>
          readMany<Allocation>({
            collection: 'seat-allocations',
            payload,
            req,
            select: ['file', 'seat'],
            sort: 'id',
            where: { ...holding, seat: [...twice] },
          }),
      })
      const firstOf = new Map<string, Allocation>()
      for (const allocation of allocations) {
        const first = firstOf.get(allocation.seat)
        if (!first) firstOf.set(allocation.seat, allocation)
        else
          reporter.add([
            {
              id: allocation.id,
              actual: seatKeyOf({ performance, seat: allocation.seat }),
              code: 'seatHeldTwice',
              collection: 'seat-allocations',
              expected: first.id,
              file: allocation.file,
            },
          ])
      }
    }
  }
}
