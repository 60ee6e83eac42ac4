import type { Payload, PayloadRequest } from 'payload'

import { initI18n } from '@payloadcms/translations'

import type { Translate } from '../../utilities/explain'
import type { EndState } from './endRun'
import type { Counts, Run } from './types'

import { readMany } from '../../database/bulk'
import { loadMailText } from '../../operations/mails/mailTexts'
import { enqueue } from '../../operations/outbox'
import { runEndedWords } from '../../translations/runEnded'
import { publicURL } from '../../utilities/environment'
import { languageOf } from '../../utilities/languages'
import { progressOf } from './progressOf'
import { runEnded } from './runEndedMail'
import { runKindNamed } from './runKinds'
import { wordsOf } from './wordsOf'

const MOST_REASONS = 15

/**
 * Writes the mail to whoever started a run, in the transaction that ends it: counts by outcome and reason, the link to the results and
 * what to do. Nothing for a simulation, for a kind that does not ask for it, or where nobody started it.
 *
 * @param ending which next step is told: that of the run's state, or that a check refused it before it began
 */
export const reportEnd = async ({
  ending,
  payload,
  req,
  run,
}: {
  ending: 'refused' | EndState
  payload: Payload
  req: PayloadRequest
  run: Run
}): Promise<void> => {
  if (run.simulation || !run.startedBy || !runKindNamed(run.kind).notify?.(run.settings)) return
  const [user] = await readMany<{
    id: string
    name: string
    email: string
    language: null | string
  }>({
    collection: 'users',
    payload,
    req,
    select: ['email', 'language', 'name'],
    where: { id: run.startedBy, institution: run.institution },
  })
  if (!user) return
  const text = await loadMailText({ kind: runEnded.name, payload, req, site: run.site })
  const language = languageOf(user.language)
  const words = runEndedWords[language]
  const counts = run.state === 'done' ? run.counts : (await progressOf({ payload, run })).counts
  const { outcomes, problem, reasons } = await linesOf({
    counts: counts ?? {},
    language,
    payload,
    run,
  })
  const {
    html,
    subject,
    text: plain,
  } = text.render({
    language,
    values: {
      name: user.name,
      batch: run.title,
      link: `${publicURL()}${payload.config.routes.admin}/collections/runs/${run.id}`,
      nextStep: words.nextSteps[ending],
      outcomes: outcomes || words.nothing,
      problem,
      reasons: reasons || words.nothing,
      state: words.states[run.state as keyof typeof words.states] ?? run.state,
    },
  })
  await enqueue({
    payload,
    req,
    rows: [
      {
        content: { html, subject, text: plain, to: user.email },
        institution: run.institution,
        key: `run:${run.id}:${run.state}:${run.finishedAt}`,
        kind: 'mail',
        site: run.site,
        subject: run.id,
      },
    ],
  })
}

/** The counts as lines: outcomes, and reasons with the most frequent first; and what stopped the run. */
const linesOf = async ({
  counts,
  language,
  payload,
  run,
}: {
  counts: Counts
  language: ReturnType<typeof languageOf>
  payload: Payload
  run: Run
}): Promise<Record<'outcomes' | 'problem' | 'reasons', string>> => {
  const i18n = await initI18n({ config: payload.config.i18n, context: 'api', language })
  const words = wordsOf({ i18n, t: i18n.t as Translate }, run)
  const found = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
  const reasons = found
    .filter(([key]) => key.startsWith('reason:'))
    .slice(0, MOST_REASONS)
    .map(([key, count]) => `${count} · ${words.reason(key.slice('reason:'.length))}`)
  const outcomes = found
    // What has no word is a count that the run keeps for itself.
    .filter(([key]) => !key.startsWith('reason:') && words.outcome(key) !== key)
    .map(([key, count]) => `${count} · ${words.outcome(key)}`)
  return {
    outcomes: outcomes.join('\n'),
    problem: run.error ? words.error(run.error) : '',
    reasons: reasons.join('\n'),
  }
}
