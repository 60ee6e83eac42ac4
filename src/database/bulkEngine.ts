import type { CollectionSlug, Payload } from 'payload'

import type { ScalarField, Test } from './bulkFields'

/** A document of scalar fields; relationships are ids, dates ISO strings in UTC, what is missing is `null`. */
export type Row = { id: string } & Record<string, any>

type EngineArgs = {
  collection: CollectionSlug
  payload: Payload
  transactionID?: number | string
}

/** What each engine does its own way; everything is checked and complete when it arrives here. */
export type BulkEngine = {
  count: (args: { tests: Test[] } & EngineArgs) => Promise<number>
  insert: (
    args: { fields: ScalarField[]; rows: Record<string, unknown>[] } & EngineArgs,
  ) => Promise<void>
  read: (
    args: {
      fields: ScalarField[]
      limit?: number
      sort?: { field: ScalarField; isDown: boolean }
      tests: Test[]
    } & EngineArgs,
  ) => Promise<Record<string, unknown>[]>
  remove: (args: { tests: Test[] } & EngineArgs) => Promise<void>
  update: (
    args: { tests: Test[]; values: Map<ScalarField, unknown> } & EngineArgs,
  ) => Promise<number>
  /** Each row has its `id` and a value for each of the fields. */
  updateEach: (
    args: { fields: ScalarField[]; rows: Record<string, unknown>[] } & EngineArgs,
  ) => Promise<number>
}
