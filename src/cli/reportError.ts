import type { Output } from './command'
import type { ExitCode } from './exitCodes'

import { errorBody } from '../endpoints/errorBody'

import { translations } from '../translations'
import { exitCodes } from './exitCodes'
import { pluginTranslations } from './pluginTranslations'

type Args = { err: unknown; output: Output }

/** Says on the terminal (and with `--json` in an object) why a command did not do its work. */
export const reportError = ({ err, output }: Args): ExitCode => {
  if ((err as Error)?.name === 'SetupError') {
    const { message } = err as Error
    console.error(message)
    output.json({ error: { code: 'setup', message } })
    return exitCodes.refused
  }
  const { body, isForeseen } = errorBody({ err, t: translate })
  if (!isForeseen) console.error(err)
  for (const { data, message } of body.errors) {
    if (isForeseen)
      console.error(
        [message, data.field && `(${data.field})`, data.nextStep].filter(Boolean).join(' '),
      )
    const { code, field, nextStep } = data
    output.json({ error: { code, field, message, nextStep } })
  }
  return isForeseen ? exitCodes.refused : exitCodes.failed
}

/** The language of the terminal, as far as we speak it. */
const language = (): keyof typeof translations => {
  const given = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').slice(
    0,
    2,
  )
  return given === 'de' || given === 'fr' ? given : 'en'
}

/** A text in the language of the terminal. */
export const translate = (key: string, values: Record<string, unknown> = {}): string => {
  const sentence = key
    .split(':')
    .reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], {
      ...translations[language()],
      ...pluginTranslations[language()],
    })
  return String(sentence ?? key).replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  )
}
