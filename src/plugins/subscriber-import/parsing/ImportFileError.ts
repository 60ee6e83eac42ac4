import type { FileProblemCode } from './problemCodes'

/** A file that cannot be read at all: a code of `fileProblemCodes`, and the value its sentence needs (file name, limit or line). */
export class ImportFileError extends Error {
  readonly code: FileProblemCode
  override name = 'ImportFileError'
  readonly value: string

  constructor({
    cause,
    code,
    value,
  }: {
    cause?: unknown
    code: FileProblemCode
    value: number | string
  }) {
    super(`${code}: ${value}`, { cause })
    this.code = code
    this.value = String(value)
  }
}
