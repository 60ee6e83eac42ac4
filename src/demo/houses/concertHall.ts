import type { SeatSpec, SiteSpec, SubscriptionSpec } from '../types'

import { curvedRows } from '../seatRows'

const hall = (categoryOf: (row: number) => string): SeatSpec[] => [
  ...curvedRows({
    block: 'Parterre',
    category: categoryOf,
    distance: 35,
    rows: 14,
    seats: () => 20,
  }),
  ...curvedRows({ block: 'Galerie', category: () => 'C', distance: 225, rows: 4, seats: () => 22 }),
  ...curvedRows({ block: 'Empore', category: () => 'D', distance: 290, rows: 2, seats: () => 12 }),
]

/**
 * What the summer’s works left of the hall: the larger stage took the first two rows, row 6 is now category B, the back row has
 * blocked places for wheelchairs, and a beam took two seats of each row in the organ gallery.
 */
const rebuiltHall = (): SeatSpec[] =>
  hall((row) => (row <= 5 ? 'A' : 'B'))
    .filter(({ block, row }) => !(block === 'Parterre' && ['1', '2'].includes(row)))
    .filter(({ block, number }) => !(block === 'Empore' && ['6', '7'].includes(number)))
    .map((seat) =>
      seat.block === 'Parterre' && seat.row === '14' && Number(seat.number) <= 4
        ? { ...seat, blocked: true }
        : seat,
    )

const categories = [
  { name: 'Kategorie A', code: 'A', color: '#8c2f39' },
  { name: 'Kategorie B', code: 'B', color: '#c77d1a' },
  { name: 'Galerie', code: 'C', color: '#3b7a57' },
  { name: 'Empore', code: 'D', color: '#31688e' },
]

const subscriptions: SubscriptionSpec[] = [
  {
    name: 'Großer Zyklus',
    automaticRenewal: true,
    code: 'GROSS',
    family: 'Orchester',
    full: ['D'],
    next: { venue: 'GS-NEU' },
    performances: { at: '19:30', count: 8, label: 'Großer Zyklus', weekday: 4 },
    prices: { A: 43_200, B: 34_400, C: 25_600, D: 16_800 },
    sold: 160,
    venue: 'GS',
  },
  {
    name: 'Kleiner Zyklus',
    automaticRenewal: false,
    code: 'KLEIN',
    family: 'Orchester',
    full: ['D'],
    next: { venue: 'GS-NEU' },
    performances: { at: '19:30', count: 5, label: 'Kleiner Zyklus', weekday: 2 },
    prices: { A: 27_500, B: 22_000, C: 16_500, D: 11_000 },
    sold: 90,
    venue: 'GS',
  },
  {
    name: 'Sonntagsmatineen',
    automaticRenewal: true,
    code: 'MATINEE',
    family: 'Kammermusik',
    next: { name: 'Matineen am Sonntag', venue: 'GS-NEU' },
    performances: {
      at: '11:00',
      count: 6,
      titles: {
        last: [
          'Streichquartett I',
          'Liedmatinee',
          'Klaviertrio',
          'Bläserserenade',
          'Streichquartett II',
          'Klavierabend',
        ],
        next: [
          'Streichquintett',
          'Winterreise',
          'Cello und Klavier',
          'Harmoniemusik',
          'Duo',
          'Goldberg-Variationen',
        ],
      },
      weekday: 7,
    },
    prices: { A: 22_800, B: 18_600, C: 14_400, D: 9_900 },
    sold: 50,
    venue: 'GS',
  },
]

/** The Austrian concert hall: prices in euro, and a hall that is rebuilt between the seasons, so that not everybody can stay. */
export const concertHall: SiteSpec = {
  name: 'Konzerthaus Seetal',
  channels: [
    { name: 'Konzertkasse', code: 'KASSA', kind: 'boxOffice' },
    { name: 'Internet', code: 'INTERNET', kind: 'internet' },
    { name: 'Abo-Verlängerung', code: 'VERLAENGERUNG', kind: 'batch' },
  ],
  code: 'konzerthaus',
  currency: 'EUR',
  directDebit: 'bank',
  events: {
    last: [
      'Beethoven: Eroica',
      'Mozart: Jupiter-Sinfonie',
      'Schubert: Die große C-Dur',
      'Brahms: Ein deutsches Requiem',
      'Bruckner: Die Siebente',
      'Haydn: Die Schöpfung',
      'Dvořák: Aus der Neuen Welt',
      'Mahler: Die Vierte',
    ],
    next: [
      'Bach: h-Moll-Messe',
      'Beethoven: Pastorale',
      'Schumann: Rheinische',
      'Mendelssohn: Elias',
      'Bruckner: Die Vierte',
      'Mozart: Requiem',
      'Tschaikowski: Pathétique',
      'Haydn: Die Jahreszeiten',
    ],
  },
  plugins: ['subscriber-import', 'renewal', 'payments'],
  pointsOfSale: [
    { name: 'Konzertkasse im Foyer', channels: ['KASSA'], code: 'FOYER', kind: 'counter' },
    { name: 'Ticketshop', channels: ['INTERNET'], code: 'SHOP', kind: 'ticketshop' },
  ],
  renewal: { fallbackShipmentMode: 'HEIM', shipmentModes: ['POST', 'HEIM'] },
  seasonWord: 'Konzertsaison',
  shipmentModes: [
    { name: 'Postversand', code: 'POST', kind: 'post' },
    { name: 'Abholung an der Kasse', code: 'ABHOLUNG', kind: 'pickUp' },
    { name: 'Zu Hause drucken', code: 'HEIM', kind: 'printAtHome', replaces: ['ABHOLUNG'] },
    { name: 'Handy', code: 'HANDY', kind: 'mobile' },
  ],
  subscriptions,
  tariffs: [
    { name: 'Vollpreis', code: 'VOLL', kind: 'full', share: 1 },
    { name: 'Ermäßigt', code: 'ERM', kind: 'reduced', share: 0.8 },
    { name: 'Kinder und Jugendliche', code: 'KIND', kind: 'child', share: 0.5 },
    { name: 'Firmen und Mitarbeitende', code: 'FIRMA', kind: 'company', share: 0.9 },
  ],
  timeZone: 'Europe/Vienna',
  venues: [
    {
      name: 'Großer Saal',
      categories,
      code: 'GS',
      seats: hall((row) => (row <= 6 ? 'A' : 'B')),
      stage: { x: 0, y: 0 },
    },
    {
      name: 'Großer Saal (nach dem Umbau)',
      categories,
      code: 'GS-NEU',
      seats: rebuiltHall(),
      stage: { x: 0, y: 0 },
    },
  ],
}
