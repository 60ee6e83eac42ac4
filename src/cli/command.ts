import type { ExitCode } from './exitCodes'

export type CommandOption = {
  choices?: readonly string[]
  default?: boolean | string
  description: string
  /** As commander reads it: `--email <address>`, `--role <role...>` for several, `--force` for yes or no. */
  flags: string
  required?: boolean
}

/** What a command says: text for a person, or with `--json` objects for a program, one a line. Nothing else goes to stdout. */
export type Output = {
  /** Whether the command was given `--json`. */
  isJSON: boolean
  json: (object: unknown) => void
  text: (line: string) => void
}

export type Command<Options = any> = {
  /** As commander reads them: `<file>`, `[file]`, with a description each. */
  arguments?: { name: string; description: string }[]
  /** A command that only groups others has these and no `run`. */
  commands?: Command[]
  /** One line for the list of commands. */
  description: string
  /** Lines after the options in `--help`: examples, and what the exit codes mean here. */
  name: string
  help?: string
  options: CommandOption[]
  /**
   * Does the work by calling an operation. Heavy modules are imported in here, so that `--help` is quick.
   *
   * @returns how it ended; nothing means done
   */
  run?: (args: {
    arguments: string[]
    options: Options
    output: Output
  }) => Promise<ExitCode | void>
}

/** Only gives the options their type; each file of `src/cli` that is a command exports one such object. */
export const defineCommand = <Options>(command: Command<Options>): Command<Options> => command
