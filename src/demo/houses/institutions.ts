import type { InstitutionSpec } from '../types'

import { cellarTheatre } from './cellarTheatre'
import { club } from './club'
import { concertHall } from './concertHall'
import { theatre } from './theatre'

/** The group of three houses that the demo is about. */
export const group: InstitutionSpec = {
  name: 'Kulturverbund Dreiland',
  address: 'Kulturverbund Dreiland\nMarktplatz 1\n4310 Rheinfels',
  code: 'dreiland',
  criteria: [
    { name: 'Automatische Verlängerung stoppen', code: 'STOPP' },
    { name: 'Tanz-Abo nicht verlängern', code: 'STOPP-TANZ' },
    { name: 'Newsletter', code: 'NEWSLETTER' },
  ],
  email: 'kontakt@dreiland.example',
  sites: [theatre, club, concertHall],
  users: [
    {
      name: 'Ruth Ammann',
      email: 'admin@dreiland.example',
      language: 'de',
      roles: ['administrator'],
      sites: [],
    },
    {
      name: 'Élodie Marchand',
      email: 'catalogue@dreiland.example',
      language: 'fr',
      roles: ['catalogueEditor'],
      sites: [],
    },
    {
      name: 'Jakob Huber',
      email: 'kasse@dreiland.example',
      language: 'de',
      roles: ['cashier'],
      sites: ['theater'],
    },
    {
      name: 'Mathis Lefèvre',
      email: 'guichet@dreiland.example',
      language: 'fr',
      roles: ['cashier'],
      sites: ['club'],
    },
    {
      name: 'Helen Fraser',
      email: 'sales@dreiland.example',
      language: 'en',
      roles: ['salesManager'],
      sites: [],
    },
    {
      name: 'Amélie Girard',
      email: 'marketing@dreiland.example',
      language: 'fr',
      roles: ['marketing'],
      sites: [],
    },
    {
      name: 'Tobias Steiner',
      email: 'accounts@dreiland.example',
      language: 'de',
      roles: ['accountant'],
      sites: [],
    },
  ],
}

/** Another institution in the same database: its staff and the group’s never see anything of each other. */
export const neighbour: InstitutionSpec = {
  name: 'Theaterverein Lindenhof',
  address: 'Theaterverein Lindenhof\nLindenhofgasse 7\n8400 Winterthur',
  code: 'lindenhof',
  criteria: [{ name: 'Automatische Verlängerung stoppen', code: 'STOPP' }],
  email: 'kontakt@lindenhof.example',
  sites: [cellarTheatre],
  users: [
    {
      name: 'Beat Zollinger',
      email: 'admin@lindenhof.example',
      language: 'de',
      roles: ['administrator'],
      sites: [],
    },
    {
      name: 'Nina Frei',
      email: 'kasse@lindenhof.example',
      language: 'de',
      roles: ['cashier'],
      sites: [],
    },
  ],
}
