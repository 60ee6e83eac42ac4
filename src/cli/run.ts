import { Command as Commander, CommanderError, Option } from 'commander'
import { readFileSync } from 'fs'

import type { Command, Output } from './command'
import type { ExitCode } from './exitCodes'

import { bench } from './bench'
import { copy } from './copy'
import { dev } from './dev'
import { exitCodes } from './exitCodes'
import { importCommand } from './import'
import { migrate } from './migrate'
import { renew } from './renew'
import { start } from './start'
import { user } from './user'
import { verify } from './verify'

/** Every command: a file of this folder, exporting one object of that name. Adding one is a line here. */
const commands: Command[] = [bench, copy, dev, importCommand, migrate, renew, start, user, verify]

const EXIT_CODES = `
Exit codes:
  0  done
  1  failed unexpectedly
  2  wrong usage
  3  refused; the message says why and what to do
  4  done, with findings (rows that failed, differences)`

/**
 * Runs one command line.
 *
 * @param args what follows `reprise`
 * @returns the exit code
 */
export const run = async (args: string[]): Promise<ExitCode> => {
  // Next and Payload say this and that on stdout, which belongs to the answer.
  console.log = console.info = console.error
  const output = createOutput(args.includes('--json'))
  let code: ExitCode = exitCodes.done
  const add = (parent: Commander, command: Command): void => {
    const commander = parent.command(command.name).description(command.description)
    for (const { name, description } of command.arguments ?? [])
      commander.argument(name, description)
    for (const option of command.options) commander.addOption(optionOf(option))
    if (command.help) commander.addHelpText('after', `\n${command.help.trim()}`)
    for (const child of command.commands ?? []) add(commander, child)
    if (!command.run) return
    commander.option('--json', 'answer in JSON, one object a line, for programs')
    commander.action(async () => {
      code =
        (await command.run?.({ arguments: commander.args, options: commander.opts(), output })) ??
        exitCodes.done
    })
  }
  const program = new Commander('reprise')
    .description('The open back office for houses that sell season tickets.')
    .version(versionOfPackage())
    .showHelpAfterError('Add --help for what is possible.')
    .addHelpText('after', EXIT_CODES)
    .exitOverride()
  for (const command of commands) add(program, command)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (err) {
    if (err instanceof CommanderError) {
      if (err.exitCode === 0) return exitCodes.done
      output.json({ error: { code: 'usage', message: err.message.replace(/^error: /, '') } })
      return exitCodes.usage
    }
    const { reportError } = await import('./reportError')
    return reportError({ err, output })
  }
}

const optionOf = ({
  choices,
  default: fallback,
  description,
  flags,
  required,
}: Command['options'][number]) => {
  const option = new Option(flags, description)
  if (choices) option.choices(choices)
  if (fallback !== undefined) option.default(fallback)
  return option.makeOptionMandatory(Boolean(required))
}

const createOutput = (isJSON: boolean): Output => ({
  isJSON,
  json: (object) => {
    if (isJSON) process.stdout.write(`${JSON.stringify(object)}\n`)
  },
  text: (line) => {
    if (!isJSON) process.stdout.write(`${line}\n`)
  },
})

const versionOfPackage = (): string =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
