import { errorCodeOf } from '../../src/utilities/errors'

/** With which code something was refused: `done` when it was not, and in words what went wrong when the error is not ours. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (err: unknown) => errorCodeOf(err) ?? String(err),
  )
