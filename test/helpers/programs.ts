import path from 'path'

/** What tests start as a process of its own, and often kill. It is packed with them, for it shares most of what it imports. */
export const PROGRAMS = {
  agendaWorker: 'test/jobs/worker.ts',
  bankMemory: 'test/utilities/bank/helpers/measureMemory.ts',
  chargeWorker: 'test/payments/chargeWorker.ts',
  cli: 'src/cli/index.ts',
  datatrans: 'test/payments/counterparts/datatrans/main.ts',
  debitWorker: 'test/payments/debitWorker.ts',
  fakeProvider: 'src/fake-provider/main.ts',
  importMemory: 'test/subscriber-import/parsing/measureMemory.ts',
  laneWorker: 'test/renewal/laneWorker.ts',
  mailWorker: 'test/jobs/mailWorker.ts',
  otherWriter: 'test/contract/otherWriter.ts',
  prepareHouse: 'test/helpers/e2e/prepareHouse.ts',
  remindWorker: 'test/payments/remindWorker.ts',
  storageServer: 'test/helpers/s3/server.ts',
  stripe: 'test/payments/counterparts/stripe/main.ts',
  worker: 'test/helpers/workerProcess.ts',
}

export type Program = keyof typeof PROGRAMS

/** @returns the packed file of a program, to start with Node */
export const programOf = (name: Program): string =>
  packedIn(process.env.TEST_PACKED!, PROGRAMS[name])

/** Where a source lies once it is packed into a folder; both as paths, the source's from the root of the project. */
export const packedIn = (folder: string, source: string): string =>
  path.join(folder, source.replace(/\.tsx?$/, '.mjs'))
