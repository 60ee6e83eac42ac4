import { describe, expect, it } from '@jest/globals'
import { t } from '@payloadcms/translations'
import fc from 'fast-check'

import { reportError } from '../../src/cli/reportError'
import { checkInWords } from '../../src/plugins/renewal/components/checkInWords'
import { nextDate } from '../../src/plugins/renewal/operations/nextDate'
import { parseFileNumbers } from '../../src/plugins/renewal/operations/parseFileNumbers'
import { proposeMapping } from '../../src/plugins/renewal/operations/proposeMapping'
import { refuseBlocked } from '../../src/plugins/renewal/operations/refuseBlocked'
import { chooseShipmentMode } from '../../src/plugins/renewal/operations/shipmentMode'
import { translations } from '../../src/plugins/renewal/translations'

describe('the proposed mapping', () => {
  const named = (...entries: [string, string][]) =>
    entries.map(([code, name], i) => ({ id: `${name}${i}`, name, code }))

  it('should prefer the same code to the same name', () => {
    const targets = named(['B', 'Tuesday'], ['A', 'Other'])
    expect(proposeMapping(named(['A', 'Tuesday']), targets)).toEqual([targets[1]!.id])
  })

  it('should fall back on the name, whatever its case and accents', () => {
    const targets = named(['X', 'ABONNEMENT PREMIERE'])
    expect(proposeMapping(named(['A', 'Abonnement Première']), targets)).toEqual([targets[0]!.id])
  })

  it('should leave open what has no successor, or two', () => {
    expect(
      proposeMapping(named(['A', 'Gone'], ['B', 'Twin']), named(['C', 'Twin'], ['D', 'Twin'])),
    ).toEqual([null, null])
  })

  it('should never propose a target twice', () => {
    const entry = fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      code: fc.constantFrom('1', '2', '3'),
    })
    const list = fc
      .array(entry, { maxLength: 8 })
      .map((all) => all.map((one, i) => ({ ...one, id: String(i) })))
    fc.assert(
      fc.property(list, list, (origins, targets) => {
        const proposed = proposeMapping(origins, targets).filter(Boolean)
        expect(new Set(proposed).size).toBe(proposed.length)
      }),
    )
  })
})

describe('the shipment mode', () => {
  const modes = new Map([
    ['card', { kind: 'newCard', replaces: [] }],
    ['home', { kind: 'printAtHome', replaces: ['card'] }],
    ['load', { kind: 'existingCard', replaces: ['card'] }],
    ['post', { kind: 'post', replaces: [] }],
  ])
  const choose = (args: Partial<Parameters<typeof chooseShipmentMode>[0]>) =>
    chooseShipmentMode({
      available: ['load', 'post'],
      cardCount: 1,
      fallback: 'post',
      last: 'card',
      modes,
      ...args,
    })

  it('should keep last year’s when it is available', () =>
    expect(choose({ last: 'post' })).toEqual({ mode: 'post', reason: 'kept' }))
  it('should take the one that the set offers in its place', () =>
    expect(choose({})).toEqual({ mode: 'load', reason: 'replaced' }))
  it('should fall back when none is offered', () =>
    expect(choose({ available: ['post'] })).toEqual({ mode: 'post', reason: 'fallback' }))
  it('should fall back when more than one is conceivable', () =>
    expect(choose({ available: ['home', 'load'] })).toEqual({ mode: 'post', reason: 'fallback' }))
  it('should fall back when duplicate cards were issued, offered or kept', () => {
    expect(choose({ cardCount: 2 })).toEqual({ mode: 'post', reason: 'fallback' })
    expect(choose({ cardCount: 2, last: 'load' })).toEqual({ mode: 'post', reason: 'fallback' })
  })
  it('should say so when there is no fallback either', () =>
    expect(choose({ available: [], fallback: null })).toEqual({
      mode: null,
      reason: 'noShipmentMode',
    }))
  it('should fall back for a subscription that never travelled', () =>
    expect(choose({ last: null })).toEqual({ mode: 'post', reason: 'fallback' }))
})

describe('the dates of a repeated batch', () => {
  const next = (after: string, from: string, every: 'day' | 'hour' | 'week') =>
    nextDate({
      after: new Date(after),
      every,
      from: new Date(from),
      when: 'repeat',
      zone: 'Europe/Zurich',
    })?.toISOString()

  it('should keep the hour of the house over a change to summer time', () =>
    expect(next('2027-03-27T22:00:00Z', '2027-03-20T21:00:00Z', 'day')).toBe(
      '2027-03-28T20:00:00.000Z',
    ))
  it('should leave out what was missed', () =>
    expect(next('2027-02-10T12:00:00Z', '2027-01-01T21:00:00Z', 'week')).toBe(
      '2027-02-12T21:00:00.000Z',
    ))
  it('should come once, in the future only', () => {
    const once = {
      every: null,
      from: new Date('2027-01-01T00:00:00Z'),
      when: 'once' as const,
      zone: 'Europe/Zurich',
    }
    expect(nextDate({ ...once, after: new Date('2026-12-31T23:59:59Z') })).toEqual(once.from)
    expect(nextDate({ ...once, after: once.from })).toBeNull()
  })
  it('should always lie ahead', () => {
    const moment = fc.date({
      max: new Date('2035-01-01'),
      min: new Date('2025-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        moment,
        moment,
        fc.constantFrom('day' as const, 'hour' as const, 'week' as const),
        (after, from, every) => {
          expect(
            nextDate({ after, every, from, when: 'repeat', zone: 'Europe/Vienna' })!.getTime(),
          ).toBeGreaterThan(after.getTime())
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a list of file numbers', () => {
  it('should be read as people type it', () =>
    expect(parseFileNumbers(' 1047, 1052;1060\n1047 ')).toEqual({
      numbers: [1047, 1052, 1060],
      wrong: [],
    }))
  it('should name what is no number', () =>
    expect(parseFileNumbers('12 a3 -4')).toEqual({ numbers: [12], wrong: ['a3', '-4'] }))
  it('should mean all when empty', () =>
    expect(parseFileNumbers('  ')).toEqual({ numbers: null, wrong: [] }))
})

describe('what the check has counted', () => {
  const none = {
    alreadyRenewed: 0,
    automatic: 0,
    files: 23,
    stopped: 0,
    toRenew: 0,
    unmapped: 0,
    unmappedTariff: 0,
    withoutPayment: 0,
  }
  const say = (
    numbers: Partial<typeof none>,
    language: 'de' | 'en' | 'fr' = 'en',
    batchSize: null | number = null,
  ) =>
    checkInWords({
      batchSize,
      numbers: { ...none, ...numbers },
      t: (key, vars) => t({ key, translations: translations[language] as never, vars }),
    }).join(' ')

  it('should be sentences that tell of what there is, and of nothing else', () => {
    expect(say({ toRenew: 12 })).toBe('12 subscriptions will be renewed.')
    expect(say({ alreadyRenewed: 1, automatic: 1, stopped: 2, toRenew: 1, unmapped: 1 })).toBe(
      '1 subscription will be renewed. 1 of them renews automatically. 1 is renewed already and stays as it is. 2 are not renewed, because they were stopped. 1 has no target in the new season.',
    )
    expect(say({ stopped: 1 })).toBe(
      'No subscription will be renewed. 1 is not renewed, because it was stopped.',
    )
  })

  it('should say how many files one run takes at most', () => {
    expect(say({ stopped: 1, toRenew: 12 }, 'en', 20)).toBe(
      '12 subscriptions will be renewed. At most 20 files in this run. 1 is not renewed, because it was stopped.',
    )
    expect(say({ toRenew: 12 }, 'de', 1)).toContain('In diesem Lauf höchstens 1 Dossier.')
    expect(say({ toRenew: 12 }, 'fr', 20)).toContain('Au plus 20 dossiers dans cette exécution.')
  })

  it('should say that nothing is left where all is renewed', () => {
    expect(say({ alreadyRenewed: 23 })).toBe(
      'Nothing is left to renew: all 23 subscriptions are renewed already.',
    )
    expect(say({ alreadyRenewed: 1 }, 'de')).toBe(
      'Es bleibt nichts zu verlängern: Das eine Abonnement ist schon verlängert.',
    )
    expect(say({ alreadyRenewed: 23 }, 'fr')).toBe(
      'Il ne reste rien à renouveler : les 23 abonnements sont déjà renouvelés.',
    )
  })
})

describe('a refused start on the terminal', () => {
  it('should say what is missing and what to do', () => {
    const { error } = console
    console.error = () => {}
    const answers: unknown[] = []
    const output = { isJSON: true, json: (answer: unknown) => answers.push(answer), text: () => {} }
    const { LC_ALL } = process.env
    process.env.LC_ALL = 'fr_CH.UTF-8'
    try {
      const problem = { code: 'targetWithoutPrices', field: 'mapping', isBlocking: true } as const
      refuseBlocked([{ ...problem, values: { value: 'Gold' } }])
    } catch (err) {
      reportError({ err, output: output as never })
    } finally {
      console.error = error
      if (LC_ALL === undefined) delete process.env.LC_ALL
      else process.env.LC_ALL = LC_ALL
    }
    expect(answers).toEqual([
      {
        error: {
          code: 'startRefused',
          field: 'mapping',
          message: '« Gold » n’a pas encore de prix.',
          nextStep: 'Saisissez les prix de la nouvelle saison avant de lancer.',
        },
      },
    ])
  })
})
