import { describe, expect, it } from '@jest/globals'

import type { SeatSpec } from '../../src/demo/types'

import { allRoles } from '../../src/access/roles'
import { demoPrice } from '../../src/demo/demoPrices'
import { demoSubscription } from '../../src/demo/demoSubscription'
import { group, neighbour } from '../../src/demo/houses/institutions'

const sites = [...group.sites, ...neighbour.sites]
const siteNamed = (code: string) => sites.find((site) => site.code === code)!
const placeOf = ({ block, number, row }: SeatSpec) => `${block} ${row}/${number}`

describe('a seat map of the demo', () => {
  it.each(sites.flatMap((site) => site.venues).map((venue) => [venue.name, venue] as const))(
    'should name each seat once, in a category of its own, and put none on another: %s',
    (_, { categories, seats }) => {
      expect(new Set(seats.map(placeOf)).size).toBe(seats.length)
      const codes = new Set(categories.map(({ code }) => code))
      expect(seats.filter(({ category }) => !codes.has(category))).toEqual([])
      let nearest = Infinity
      seats.forEach((one, i) => {
        for (const other of seats.slice(i + 1))
          nearest = Math.min(nearest, Math.hypot(one.x - other.x, one.y - other.y))
      })
      expect(nearest).toBeGreaterThan(9)
    },
  )

  it('should have the size of its house', () => {
    const seatsIn = (site: string, venue: string) =>
      siteNamed(site)
        .venues.find(({ code }) => code === venue)!
        .seats.filter(({ blocked }) => !blocked).length
    expect(seatsIn('theater', 'GH')).toBe(900)
    expect(seatsIn('club', 'STADE')).toBe(694)
    expect(seatsIn('konzerthaus', 'GS')).toBe(392)
  })

  it('should curve the theatre’s rows around the stage', () => {
    const row = siteNamed('theater').venues[0]!.seats.filter(
      ({ block, row }) => block === 'Parkett' && row === '10',
    )
    const middle = row[Math.floor(row.length / 2)]!
    expect(row[0]!.y).toBeLessThan(middle.y - 5)
    expect(row[0]!.y).toBeGreaterThan(middle.y - 40)
  })

  it('should leave seats out, block some and move some to another category when the concert hall is rebuilt', () => {
    const [before, after] = siteNamed('konzerthaus').venues.map(
      ({ seats }) => new Map(seats.map((seat) => [placeOf(seat), seat])),
    )
    const kept = [...before!.keys()].filter((place) => after!.has(place))
    expect(kept).toHaveLength(after!.size)
    expect(before!.size - after!.size).toBeGreaterThan(20)
    expect(kept.some((place) => after!.get(place)!.blocked)).toBe(true)
    expect(kept.some((place) => after!.get(place)!.category !== before!.get(place)!.category)).toBe(
      true,
    )
  })
})

describe('the demo’s catalogue', () => {
  const subscriptions = group.sites.flatMap(({ subscriptions }) => subscriptions)

  it('should sell as many season tickets as promised', () => {
    const sold = group.sites.map(({ subscriptions }) =>
      subscriptions.reduce((sum, subscription) => sum + subscription.sold, 0),
    )
    expect(sold).toEqual([1200, 600, 300])
  })

  it('should have every way into the new season', () => {
    const ways = subscriptions.map(({ next }) =>
      next === null ? 'gone' : next.code ? 'new code' : next.name ? 'renamed' : 'same',
    )
    expect(new Set(ways)).toEqual(new Set(['gone', 'new code', 'renamed', 'same']))
    for (const { subscriptions: own } of group.sites)
      expect(new Set(own.map(({ automaticRenewal }) => automaticRenewal)).size).toBe(2)
  })

  it('should be a little dearer next season, in every category and tariff', () => {
    for (const site of sites)
      for (const subscription of site.subscriptions)
        for (const tariff of site.tariffs)
          for (const category of Object.keys(subscription.prices)) {
            const last = demoPrice({ category, season: 'last', subscription, tariff })
            const next = demoPrice({ category, season: 'next', subscription, tariff })
            expect(Number.isSafeInteger(last)).toBe(true)
            expect(next / last).toBeGreaterThan(1.02)
            expect(next / last).toBeLessThan(1.05)
          }
  })

  it('should price each category of the venue in both seasons, and only those', () => {
    for (const site of sites)
      for (const subscription of site.subscriptions)
        for (const season of ['last', 'next'] as const) {
          const offered = demoSubscription(subscription, season)
          if (!offered) continue
          const venue = site.venues.find(({ code }) => code === offered.venue)
          expect(Object.keys(subscription.prices).sort()).toEqual(
            venue ? venue.categories.map(({ code }) => code).sort() : ['none'],
          )
        }
  })

  it('should have titles for all performances', () => {
    for (const site of sites)
      for (const { performances } of site.subscriptions)
        if ('count' in performances)
          for (const season of ['last', 'next'] as const)
            expect((performances.titles ?? site.events)[season].length).toBeGreaterThanOrEqual(
              performances.count,
            )
  })

  it('should have somebody for each role, in three languages', () => {
    expect(new Set(group.users.flatMap(({ roles }) => roles))).toEqual(new Set(allRoles))
    expect(new Set(group.users.map(({ language }) => language))).toEqual(
      new Set(['de', 'en', 'fr']),
    )
  })
})
