import type { Payload } from 'payload'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { createLocalReq } from 'payload'

import type { House } from '../helpers/builders'

import { readMany, updateMany } from '../../src/database/bulk'
import { resumeRun, stopRun } from '../../src/jobs/runs/createRun'
import { runKindNamed } from '../../src/jobs/runs/runKinds'
import { readRun, runLane } from '../../src/jobs/runs/runLane'
import { toRichText } from '../../src/operations/mails/richText'
import { readBatch } from '../../src/plugins/renewal/operations/readBatch'
import { startRenewal } from '../../src/plugins/renewal/operations/startRenewal'
import { aHouse, aSoldFile } from '../helpers/builders'
import { startPayload } from '../helpers/startPayload'
import { aBatch } from './aBatch'

let payload: Payload
let stop: () => Promise<void>

beforeAll(async () => {
  ;({ payload, stop } = await startPayload())
})
afterAll(() => stop())

let count = 0

/** A house with a sold file, and the operator who starts its batches. */
const aHouseWithOperator = async () => {
  const house: House = await aHouse({ payload, plugins: ['renewal'] })
  await aSoldFile({ house, subscriptions: [{ seat: house.seats[0], subscription: 'seated' }] })
  const operator = await payload.create({
    collection: 'users',
    data: {
      name: 'Olga <b>',
      email: `olga.${++count}@house.test`,
      institution: house.institution,
      language: 'fr',
      password: 'correct horse battery',
      roles: ['salesManager'],
    } as never,
  })
  return { house, operator }
}

const startAs = async (
  house: House,
  operator: object | undefined,
  changes: Record<string, unknown> = {},
): Promise<string> => {
  const req = await createLocalReq(
    operator ? { user: { ...operator, collection: 'users' } as never } : {},
    payload,
  )
  const batchID = await aBatch(house, changes)
  const batch = await readBatch({ batchID, payload, req, trusted: true })
  return startRenewal({ batch: batch!, payload, req })
}

const mailsAbout = (runID: string) =>
  readMany({ collection: 'outbox', payload, sort: 'createdAt', where: { subject: runID } })

describe('the mail at the end of a run', () => {
  it('should tell whoever started it the counts, the reasons and where the results are, once', async () => {
    const { house, operator } = await aHouseWithOperator()
    const runID = await startAs(house, operator)
    await Promise.all([runLane({ payload, runID }), runLane({ payload, runID })])
    const run = (await readRun(payload, runID))!
    const mails = await mailsAbout(runID)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      institution: house.institution,
      key: `run:${runID}:done:${run.finishedAt}`,
      kind: 'mail',
      site: house.site,
      state: 'waiting',
    })
    const { html, subject, text, to } = mails[0]!.content
    expect(to).toBe(operator.email)
    expect(subject).toBe('Exécution terminée : Renewal')
    expect(text).toContain('Bonjour Olga <b>')
    expect(html).toContain('Bonjour Olga &lt;b&gt;')
    expect(text).toContain('1 · Réservé')
    expect(text).toMatch(/Motifs :\n1 · \S/)
    expect(text).toContain(`/admin/collections/runs/${runID}`)
    expect(text).not.toContain('sameSeat')
    expect(text).not.toContain('{{')
  })

  it('should use the text of the site', async () => {
    const { house, operator } = await aHouseWithOperator()
    await payload.create({
      collection: 'mail-texts',
      data: {
        fr: { body: toRichText('Fini : {{outcomes}}'), subject: 'Le lot {{batch}}' },
        institution: house.institution,
        kind: 'run-ended',
        site: house.site,
      } as never,
    })
    const runID = await startAs(house, operator)
    await runLane({ payload, runID })
    const [mail] = await mailsAbout(runID)
    expect(mail!.content).toMatchObject({ subject: 'Le lot Renewal' })
    expect(mail!.content.text).toMatch(/^Fini : 1 · /)
  })

  it('should come when it was stopped, and again when it went on and was done', async () => {
    const { house, operator } = await aHouseWithOperator()
    const runID = await startAs(house, operator)
    await stopRun({ payload, run: (await readRun(payload, runID))! })
    await runLane({ payload, runID })
    await resumeRun({ payload, run: (await readRun(payload, runID))! })
    await runLane({ payload, runID })
    const mails = await mailsAbout(runID)
    expect(mails.map(({ content }) => content.subject)).toEqual([
      'Exécution arrêtée : Renewal',
      'Exécution terminée : Renewal',
    ])
    expect(mails[0]!.content.text).toContain('« Continuer »')
  })

  it('should say what to do when the run failed', async () => {
    const { house, operator } = await aHouseWithOperator()
    const runID = await startAs(house, operator)
    const run = (await readRun(payload, runID))!
    const phase = runKindNamed(run.kind).phases[0]!
    const { plan } = phase
    phase.plan = async function* () {
      yield* []
      throw new Error('The disk is full')
    }
    payload.logger.level = 'silent'
    try {
      await runLane({ payload, runID })
    } finally {
      phase.plan = plan
      payload.logger.level = 'warn'
    }
    expect((await readRun(payload, runID))!.state).toBe('failed')
    const [mail] = await mailsAbout(runID)
    expect(mail!.content.subject).toBe('Exécution échouée : Renewal')
    expect(mail!.content.text).toContain('The disk is full')
    expect(mail!.content.text).toContain('« Continuer »')
  })

  it.each([
    ['for a simulation', { simulation: true }, true],
    ['where the batch has it switched off', { notify: false }, true],
    ['where nobody started it', {}, false],
  ])('should not come %s', async (_, changes, hasOperator) => {
    const { house, operator } = await aHouseWithOperator()
    const runID = await startAs(house, hasOperator ? operator : undefined, changes)
    await runLane({ payload, runID })
    expect((await readRun(payload, runID))!.state).toBe('done')
    expect(await mailsAbout(runID)).toEqual([])
  })

  it('should leave the run as it was when the mail could not be written', async () => {
    const { house, operator } = await aHouseWithOperator()
    const runID = await startAs(house, operator)
    const kind = runKindNamed((await readRun(payload, runID))!.kind)
    const { finish } = kind
    let isBroken = true
    kind.finish = async (args) => {
      await finish?.(args)
      // Breaks after the mail would have been asked for the first time.
      if (isBroken) throw new Error('The end could not be written')
    }
    payload.logger.level = 'silent'
    try {
      await runLane({ payload, runID })
      const failed = await mailsAbout(runID)
      expect(failed.map(({ key }) => key.split(':')[2])).toEqual(['failed'])
      isBroken = false
      await updateMany({
        collection: 'runs',
        data: { error: null, finishedAt: null, state: 'running' },
        payload,
        where: { id: runID },
      })
      await runLane({ payload, runID })
    } finally {
      kind.finish = finish
      payload.logger.level = 'warn'
    }
    expect((await mailsAbout(runID)).map(({ key }) => key.split(':')[2])).toEqual([
      'failed',
      'done',
    ])
  })
})
