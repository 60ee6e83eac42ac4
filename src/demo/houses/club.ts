import type { SeatSpec, SiteSpec } from '../types'

import { standRows } from '../seatRows'

type Stand = Parameters<typeof standRows>[0]

const blocks = (
  names: string[],
  middles: number[],
  stand: (middle: number) => Omit<Stand, 'block'>,
) => names.flatMap((block, i) => standRows({ ...stand(middles[i]!), block }))

/** 704 seats around the pitch: two long stands of three blocks each and one behind the goal. The press sits in L2, row 8. */
const stadium = (): SeatSpec[] => [
  ...blocks(['H1', 'H2', 'H3'], [-120, 0, 120], (x) => ({
    category: 'HON',
    front: { x, y: 90 },
    rows: 8,
    seats: 10,
    towards: 'down',
  })),
  ...blocks(['L1', 'L2', 'L3'], [-120, 0, 120], (x) => ({
    category: 'LAT',
    front: { x, y: -90 },
    isBlocked: (row) => x === 0 && row === 8,
    rows: 8,
    seats: 10,
    towards: 'up',
  })),
  ...blocks(['V1', 'V2'], [-62, 62], (y) => ({
    category: 'VIR',
    front: { x: 210, y },
    rows: 14,
    seats: 8,
    towards: 'right',
  })),
]

const opponents = {
  last: [
    'FC Montbrison-sur-Loue',
    'AS Belle-Rive',
    'US Haut-Jura',
    'Étoile de Vaucourt',
    'Stade Ardevois',
    'SC Port-Mathieu',
    'Union Val-de-Brenne',
    'CS Lanvaux',
    'FC Les Ormes',
    'Entente Saint-Loup',
  ],
  next: [
    'Stade Ardevois',
    'FC Les Ormes',
    'US Haut-Jura',
    'Olympique de Cernay-la-Tour',
    'AS Belle-Rive',
    'Avenir de Kerlouan',
    'Entente Saint-Loup',
    'Union Val-de-Brenne',
    'SC Port-Mathieu',
    'CS Lanvaux',
  ],
}
const home = (opponent: string) => `RC Val-d’Ill – ${opponent}`

const cup = [
  'Coupe : troisième tour',
  'Coupe : quatrième tour',
  'Coupe : huitième de finale',
  'Coupe : quart de finale',
  'Coupe : demi-finale',
]

/** The French club: a stadium, prices in euro, a free-standing stand, a half season that shares its matches with the whole. */
export const club: SiteSpec = {
  name: 'Racing Club Val-d’Ill',
  channels: [
    { name: 'Guichet du stade', code: 'GUICHET', kind: 'boxOffice' },
    { name: 'Internet', code: 'INTERNET', kind: 'internet' },
    { name: 'Renouvellement', code: 'RENOUVELLEMENT', kind: 'batch' },
  ],
  code: 'club',
  currency: 'EUR',
  directDebit: 'provider',
  events: { last: opponents.last.map(home), next: opponents.next.map(home) },
  plugins: ['subscriber-import', 'renewal', 'payments'],
  pointsOfSale: [
    { name: 'Guichet porte A', channels: ['GUICHET'], code: 'GUICHET-A', kind: 'counter' },
    {
      name: 'Billetterie en ligne',
      channels: ['INTERNET'],
      code: 'BILLETTERIE',
      kind: 'ticketshop',
    },
  ],
  // Two modes could take the place of the post: nobody knows which one, so it is the fallback (manual 2).
  renewal: {
    fallbackShipmentMode: 'RETRAIT',
    shipmentModes: ['CARTE', 'DOMICILE', 'MOBILE', 'RETRAIT'],
  },
  seasonWord: 'Saison',
  shipmentModes: [
    { name: 'Nouvelle carte', code: 'CARTE-NEUVE', kind: 'newCard' },
    {
      name: 'Chargement sur carte existante',
      code: 'CARTE',
      kind: 'existingCard',
      replaces: ['CARTE-NEUVE'],
    },
    { name: 'Courrier', code: 'COURRIER', kind: 'post' },
    { name: 'Retrait au guichet', code: 'RETRAIT', kind: 'pickUp' },
    {
      name: 'Impression à domicile',
      code: 'DOMICILE',
      kind: 'printAtHome',
      replaces: ['COURRIER'],
    },
    { name: 'Téléphone mobile', code: 'MOBILE', kind: 'mobile', replaces: ['COURRIER'] },
  ],
  subscriptions: [
    {
      name: 'Abonnement Saison',
      automaticRenewal: true,
      code: 'SAISON',
      family: 'Championnat',
      next: {},
      performances: { at: '20:45', count: 10, weekday: 6 },
      prices: { HON: 39_000, LAT: 24_500, VIR: 14_900 },
      sold: 320,
      venue: 'STADE',
    },
    {
      name: 'Demi-saison retour',
      automaticRenewal: false,
      code: 'RETOUR',
      family: 'Championnat',
      next: { code: 'RETOUR-N' },
      performances: { from: 5, of: 'SAISON' },
      prices: { HON: 21_500, LAT: 13_500, VIR: 8_200 },
      sold: 90,
      venue: 'STADE',
    },
    {
      name: 'Kop (placement libre)',
      automaticRenewal: true,
      code: 'KOP',
      family: 'Championnat',
      next: { name: 'Kop Nord (placement libre)' },
      performances: { from: 0, of: 'SAISON' },
      prices: { none: 9_900 },
      sold: 150,
    },
    {
      name: 'Pass Coupe',
      automaticRenewal: false,
      code: 'COUPE',
      family: 'Coupe',
      next: null,
      performances: {
        at: '18:00',
        count: 5,
        titles: { last: cup, next: cup },
        weekday: 3,
      },
      prices: { HON: 12_500, LAT: 8_000, VIR: 5_500 },
      sold: 40,
      venue: 'STADE',
    },
  ],
  tariffs: [
    { name: 'Plein tarif', code: 'PLEIN', kind: 'full', share: 1 },
    { name: 'Tarif réduit', code: 'REDUIT', kind: 'reduced', share: 0.8 },
    { name: 'Moins de 16 ans', code: 'ENFANT', kind: 'child', share: 0.5 },
    { name: 'Entreprises et partenaires', code: 'ENTREPRISE', kind: 'company', share: 0.9 },
  ],
  timeZone: 'Europe/Paris',
  venues: [
    {
      name: 'Stade de la Colline',
      categories: [
        { name: 'Tribune d’honneur', code: 'HON', color: '#8a1538' },
        { name: 'Tribune latérale', code: 'LAT', color: '#1f5fa8' },
        { name: 'Virage', code: 'VIR', color: '#2f7d4f' },
      ],
      code: 'STADE',
      seats: stadium(),
      stage: { x: 0, y: 0 },
    },
  ],
}
