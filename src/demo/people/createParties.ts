import type { Random } from '../random'
import type { TariffKind } from '../types'
import type { People } from './createPeople'
import type { Person } from './types'

import { addressOf, misspelt } from './createPeople'

export type Member = { isTerminated: boolean; person: Person; tariff: TariffKind }

/** Who pays, and for whom: what becomes a file. A payer who is also a member pays for themselves among others. */
export type Party = { isPayerTerminated: boolean; members: Member[]; payer: Person }

export type PartyKind = 'company' | 'couple' | 'family' | 'friends' | 'gift' | 'single'

/** How often each kind comes, and how many it has at least. */
const KINDS: readonly (readonly [kind: PartyKind, weight: number, smallest: number])[] = [
  ['single', 24, 1],
  ['couple', 44, 2],
  ['family', 13, 2],
  ['friends', 9, 2],
  ['gift', 6, 1],
  ['company', 4, 1],
]

const PAYER_STOPS = 0.015
const BENEFICIARY_STOPS = 0.015
const REDUCED = 0.3
const SAME_NAME = 0.75

/** Draws parties: couples, families with children, friends, gifts, companies that pay for their staff. */
export const createParties = ({ people, random }: { people: People; random: Random }) => {
  const adult = (person: Person): Member => ({
    isTerminated: false,
    person,
    tariff: random.chance(REDUCED) ? 'reduced' : 'full',
  })
  const child = (parent: Person): Member => ({
    isTerminated: false,
    person: people.person({
      address: addressOf(parent),
      hasEmail: false,
      lastName: parent.lastName,
    }),
    tariff: 'child',
  })
  const partnerOf = (payer: Person): Person =>
    people.person({
      address: addressOf(payer),
      ...(payer.lastName && random.chance(SAME_NAME) && { lastName: payer.lastName }),
    })
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)

  const membersOf: Record<PartyKind, (payer: Person, largest: number) => Member[]> = {
    company: (_, largest) =>
      times(random.int(Math.min(2, largest), Math.min(8, largest)), () => ({
        isTerminated: false,
        person: people.person(),
        tariff: 'company',
      })),
    couple: (payer) => [adult(payer), adult(partnerOf(payer))],
    family: (payer, largest) => {
      const isAlone = largest < 3 || random.chance(0.25)
      const parents = isAlone ? [adult(payer)] : [adult(payer), adult(partnerOf(payer))]
      return [
        ...parents,
        ...times(random.int(1, Math.min(3, largest - parents.length)), () => child(payer)),
      ]
    },
    friends: (payer, largest) => [
      adult(payer),
      ...times(random.int(1, Math.min(3, largest - 1)), () => adult(people.person())),
    ],
    gift: (payer) => [random.chance(0.5) ? child(payer) : adult(people.person())],
    single: (payer) => [adult(payer)],
  }

  return {
    /**
     * A party of at most `largest` members.
     *
     * @param kind drawn by how common it is when missing
     * @param payer somebody made up when missing
     * @param stops who stopped the automatic renewal; drawn when missing
     */
    draw: ({
      kind,
      largest,
      payer: given,
      stops,
    }: {
      kind?: PartyKind
      largest: number
      payer?: Person
      stops?: 'beneficiary' | 'payer'
    }): Party => {
      const possible = KINDS.filter(
        ([name, , smallest]) => smallest <= largest && (!given?.company || name === 'company'),
      )
      const drawn =
        kind ?? random.weighted(possible.map(([name, weight]) => [name, weight] as const))
      const payer = given ?? (drawn === 'company' ? people.company() : people.person())
      const members = membersOf[drawn](payer, largest)
      const others = members.filter(({ person }) => person !== payer)
      if (
        others.length &&
        (stops === 'beneficiary' || (!stops && random.chance(BENEFICIARY_STOPS)))
      )
        random.pick(others).isTerminated = true
      const isPayerTerminated = stops === 'payer' || (!stops && random.chance(PAYER_STOPS))
      for (const member of members)
        if (member.person === payer) member.isTerminated = isPayerTerminated
      return { isPayerTerminated, members, payer }
    },
    /** The payer of another party once more, typed in by somebody else: a file of their own that nobody has noticed. */
    duplicate: (of: Party): Party => {
      const payer = misspelt(of.payer)
      return { isPayerTerminated: false, members: [adult(payer)], payer }
    },
  }
}

export type Parties = ReturnType<typeof createParties>
