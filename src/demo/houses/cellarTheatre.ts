import type { SiteSpec } from '../types'

import { standRows } from '../seatRows'

/** The one small site of the other institution: enough to see that nobody of the first one sees it. */
export const cellarTheatre: SiteSpec = {
  name: 'Kellertheater Lindenhof',
  channels: [
    { name: 'Abendkasse', code: 'KASSE', kind: 'boxOffice' },
    { name: 'Internet', code: 'INTERNET', kind: 'internet' },
    { name: 'Verlängerung', code: 'VERLAENGERUNG', kind: 'batch' },
  ],
  code: 'keller',
  currency: 'CHF',
  events: {
    last: [
      'Biedermann und die Brandstifter',
      'Warten am Bahnhof',
      'Lieder im Keller',
      'Der Kontrabass',
      'Tell!',
    ],
    next: ['Das kalte Herz', 'Andorra', 'Chansons im Keller', 'Die Wand', 'Leonce und Lena'],
  },
  plugins: ['renewal'],
  pointsOfSale: [
    { name: 'Abendkasse', channels: ['KASSE'], code: 'ABENDKASSE', kind: 'counter' },
    { name: 'Ticketshop', channels: ['INTERNET'], code: 'SHOP', kind: 'ticketshop' },
  ],
  renewal: { fallbackShipmentMode: 'POST', shipmentModes: ['POST'] },
  seasonWord: 'Saison',
  shipmentModes: [
    { name: 'Per Post', code: 'POST', kind: 'post' },
    { name: 'Abholen', code: 'ABHOLEN', kind: 'pickUp' },
  ],
  subscriptions: [
    {
      name: 'Keller-Abo',
      automaticRenewal: false,
      code: 'KELLER',
      family: 'Keller',
      next: {},
      performances: { at: '20:00', count: 5, weekday: 5 },
      prices: { E: 18_000 },
      sold: 0,
      venue: 'KELLER',
    },
  ],
  tariffs: [
    { name: 'Normalpreis', code: 'NORMAL', kind: 'full', share: 1 },
    { name: 'Ermässigt', code: 'ERM', kind: 'reduced', share: 0.8 },
  ],
  timeZone: 'Europe/Zurich',
  venues: [
    {
      name: 'Keller',
      categories: [{ name: 'Einheitspreis', code: 'E', color: '#6b4fa0' }],
      code: 'KELLER',
      seats: standRows({
        block: 'Keller',
        category: 'E',
        front: { x: 0, y: 25 },
        rows: 6,
        seats: 10,
        towards: 'down',
      }),
      stage: { x: 0, y: 0 },
    },
  ],
}
