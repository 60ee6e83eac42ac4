/** How a command ends, for scripts; the help of `reprise` prints this list. */
export const exitCodes = {
  /** Done, and nothing to report. */
  done: 0,
  /** Something broke that nobody foresaw. */
  failed: 1,
  /** The command was typed wrongly. */
  usage: 2,
  /** Not done, for a reason that the message names. */
  refused: 3,
  /** Done, and it found something to look at: rows that failed, differences. */
  findings: 4,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
