import { describe } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const sampleFolder = path.resolve(import.meta.dirname, '../../../../../shared/samples')

/** Whether bank files of other projects lie beside this one; they are not part of it, see the licences named there. */
export const hasSamples = existsSync(path.join(sampleFolder, 'SOURCES.md'))

export const readSample = (name: string): Buffer => readFileSync(path.join(sampleFolder, name))

/** As `describe`, and reported as skipped, with the reason, where the samples are not there. */
export const describeWithSamples = (name: string, tests: () => void): void =>
  hasSamples ? describe(name, tests) : describe.skip(`${name} (no ../shared/samples here)`, tests)
