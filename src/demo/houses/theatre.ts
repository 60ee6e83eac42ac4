import type { SeatSpec, SiteSpec } from '../types'

import { curvedRows } from '../seatRows'

const LOGE_SEATS = 6

/** Six boxes on each side of the stalls, two rows of three seats in each. */
const loges = (block: string, side: -1 | 1): SeatSpec[] =>
  Array.from({ length: 6 }, (_, box) =>
    Array.from({ length: LOGE_SEATS }, (_, i) => ({
      block,
      category: 'K1',
      number: String(i + 1),
      row: String(box + 1),
      x: side * (205 + Math.floor(i / 3) * 11),
      y: 30 + box * 38 + (i % 3) * 10,
    })),
  ).flat()

/** 900 seats to sell: stalls of twenty curved rows, a balcony of eight, boxes on both sides. The sound desk takes six more. */
const largeHall = (): SeatSpec[] => [
  ...curvedRows({
    block: 'Parkett',
    category: (row) => (row <= 8 ? 'K1' : 'K2'),
    distance: 40,
    isBlocked: (row, number) => row === 20 && number >= 15 && number <= 20,
    rows: 20,
    seats: (row) => 24 + Math.ceil(row / 2),
  }),
  ...curvedRows({
    block: 'Balkon',
    category: (row) => (row <= 4 ? 'K3' : 'K4'),
    distance: 310,
    rows: 8,
    seats: (row) => 28 + Math.ceil(row / 2),
  }),
  ...loges('Loge links', -1),
  ...loges('Loge rechts', 1),
]

/** The Swiss theatre: two halls, prices in francs, eight subscriptions with every way into the new season. */
export const theatre: SiteSpec = {
  name: 'Stadttheater Rheinfels',
  channels: [
    { name: 'Theaterkasse', code: 'KASSE', kind: 'boxOffice' },
    { name: 'Internet', code: 'INTERNET', kind: 'internet' },
    { name: 'Abo-Verlängerung', code: 'VERLAENGERUNG', kind: 'batch' },
  ],
  code: 'theater',
  currency: 'CHF',
  events: {
    last: [
      'Der Besuch der alten Dame',
      'Die Fledermaus',
      'Romeo und Julia',
      'Die Physiker',
      'Der Nussknacker',
      'Woyzeck',
      'Così fan tutte',
      'Nathan der Weise',
    ],
    next: [
      'Romulus der Grosse',
      'Die Zauberflöte',
      'Faust I',
      'Ein Sommernachtstraum',
      'Schwanensee',
      'Der zerbrochne Krug',
      'L’elisir d’amore',
      'Draussen vor der Tür',
    ],
  },
  plugins: ['subscriber-import', 'renewal', 'payments'],
  pointsOfSale: [
    { name: 'Theaterkasse Marktplatz', channels: ['KASSE'], code: 'SCHALTER', kind: 'counter' },
    { name: 'Ticketshop', channels: ['INTERNET'], code: 'SHOP', kind: 'ticketshop' },
  ],
  renewal: { fallbackShipmentMode: 'POST', shipmentModes: ['KARTE-LADEN', 'POST', 'MOBIL'] },
  seasonWord: 'Spielzeit',
  shipmentModes: [
    { name: 'Neue Abokarte per Post', code: 'KARTE-NEU', kind: 'newCard' },
    {
      name: 'Auf vorhandene Karte laden',
      code: 'KARTE-LADEN',
      kind: 'existingCard',
      replaces: ['KARTE-NEU'],
    },
    { name: 'Billette per Post', code: 'POST', kind: 'post' },
    { name: 'Abholen an der Kasse', code: 'ABHOLEN', kind: 'pickUp' },
    { name: 'Mobiltelefon', code: 'MOBIL', kind: 'mobile' },
  ],
  subscriptions: [
    {
      name: 'Premieren-Abo',
      automaticRenewal: true,
      code: 'PREM',
      family: 'Grosses Haus',
      next: {},
      performances: { at: '19:30', count: 8, label: 'Premiere', weekday: 6 },
      prices: { K1: 104_000, K2: 84_000, K3: 66_000, K4: 44_000 },
      sold: 360,
      venue: 'GH',
    },
    {
      name: 'Freitag-Abo',
      automaticRenewal: true,
      code: 'FREI',
      family: 'Grosses Haus',
      next: {},
      performances: { at: '19:30', count: 7, label: 'Freitag', weekday: 5 },
      prices: { K1: 68_600, K2: 56_000, K3: 43_400, K4: 29_400 },
      sold: 280,
      venue: 'GH',
    },
    {
      name: 'Sonntag-Abo',
      automaticRenewal: false,
      code: 'SONN',
      family: 'Grosses Haus',
      next: {},
      performances: { at: '15:00', count: 6, label: 'Sonntag', weekday: 7 },
      prices: { K1: 57_000, K2: 46_800, K3: 36_000, K4: 24_600 },
      sold: 210,
      venue: 'GH',
    },
    {
      name: 'Mittwoch-Abo',
      automaticRenewal: false,
      code: 'MITT',
      family: 'Grosses Haus',
      next: null,
      performances: { at: '19:30', count: 5, label: 'Mittwoch', weekday: 3 },
      prices: { K1: 46_000, K2: 37_500, K3: 29_000, K4: 19_500 },
      sold: 80,
      venue: 'GH',
    },
    {
      name: 'Tanz-Abo',
      automaticRenewal: true,
      code: 'TANZ',
      criterion: 'STOPP-TANZ',
      family: 'Tanz',
      next: { code: 'TANZ-NEU' },
      performances: {
        at: '20:00',
        count: 5,
        titles: {
          last: ['Der Feuervogel', 'Giselle', 'Petruschka', 'Dornröschen', 'Der Schwan'],
          next: ['Coppélia', 'La Sylphide', 'Cinderella', 'Bolero', 'Le sacre du printemps'],
        },
        weekday: 4,
      },
      prices: { K1: 49_500, K2: 40_500, K3: 31_500, K4: 21_000 },
      sold: 90,
      venue: 'GH',
    },
    {
      name: 'Studio-Abo',
      automaticRenewal: false,
      code: 'STUD',
      family: 'Studio',
      next: { name: 'Werkraum-Abo' },
      performances: {
        at: '20:15',
        count: 6,
        titles: {
          last: [
            'Leonce und Lena',
            'Die Verwandlung',
            'Fräulein Else',
            'Antigone',
            'Kaspar',
            'Der Bau',
          ],
          next: ['Medea', 'Lenz', 'Bartleby', 'Die Marquise von O…', 'Ubu', 'Das Schloss'],
        },
        weekday: 2,
      },
      prices: { S1: 25_200 },
      sold: 110,
      venue: 'ST',
    },
    {
      name: 'Wahl-Abo (freie Platzwahl)',
      automaticRenewal: false,
      code: 'WAHL',
      family: 'Grosses Haus',
      next: {},
      performances: { from: 0, of: 'SONN' },
      prices: { none: 32_000 },
      sold: 70,
    },
  ],
  tariffs: [
    { name: 'Normalpreis', code: 'NORMAL', kind: 'full', share: 1 },
    { name: 'AHV / IV / in Ausbildung', code: 'ERM', kind: 'reduced', share: 0.8 },
    { name: 'Kinder bis 16', code: 'KIND', kind: 'child', share: 0.5 },
    { name: 'Firmen und Personal', code: 'FIRMA', kind: 'company', share: 0.9 },
  ],
  timeZone: 'Europe/Zurich',
  venues: [
    {
      name: 'Grosses Haus',
      categories: [
        { name: 'Kategorie 1', code: 'K1', color: '#b02a37' },
        { name: 'Kategorie 2', code: 'K2', color: '#d9822b' },
        { name: 'Kategorie 3', code: 'K3', color: '#2f7d4f' },
        { name: 'Kategorie 4', code: 'K4', color: '#2a6fb0' },
      ],
      code: 'GH',
      seats: largeHall(),
      stage: { x: 0, y: 0 },
    },
    {
      name: 'Studio',
      categories: [{ name: 'Einheitspreis', code: 'S1', color: '#6b4fa0' }],
      code: 'ST',
      seats: curvedRows({
        block: 'Tribüne',
        category: () => 'S1',
        distance: 30,
        rows: 11,
        seats: () => 16,
      }),
      stage: { x: 0, y: 0 },
    },
  ],
}
