import type { CollectionConfig, PayloadRequest } from 'payload'

import { createCollection } from './createCollection'
import { isPermitted, reachable, staffOf } from '../access/ofOwnInstitution'
import { pluginOptions } from '../access/pluginOptions'
import { codeField, languageField, nameField, selectField } from './fields'
import { slugs } from './slugs'

/** Accepts what the runtime's time zone data knows; anything else would break every date of the site. */
const isTimeZone = (value: unknown, { req }: { req: PayloadRequest }) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(value) })
    return true
  } catch {
    return req.t('reprise:fields:timeZoneUnknown' as never)
  }
}

/** An organisation inside the institution, with its own catalogue, points of sale and switched-on plugins. */
export const Sites: CollectionConfig = createCollection({
  slug: slugs.sites,
  config: {
    access: {
      // Who is bound to sites looks after these, and opens no others.
      create: ({ req }) => isPermitted(req, slugs.sites, 'create') && !staffOf(req)?.sites.length,
      update: ({ req }) => {
        const staff = staffOf(req)
        if (!staff || !isPermitted(req, slugs.sites, 'update')) return false
        const own = reachable(staff, 'institution')
        return staff.sites.length ? { and: [own, { id: { in: staff.sites } }] } : own
      },
    },
    admin: { defaultColumns: ['name', 'code', 'currency', 'plugins'], useAsTitle: 'name' },
  },
  fields: [
    nameField(),
    codeField({
      admin: {
        description: {
          de: 'Kurzzeichen, das in Dateinamen und Befehlen steht.',
          en: 'Short sign that stands in file names and commands.',
          fr: 'Code court, présent dans les noms de fichiers et les commandes.',
        },
      },
    }),
    selectField(
      'currency',
      { de: 'Währung', en: 'Currency', fr: 'Monnaie' },
      ['CHF', 'EUR', 'GBP'].map((value) => ({ label: { de: value, en: value, fr: value }, value })),
      { defaultValue: 'EUR', required: true },
    ),
    {
      name: 'timeZone',
      type: 'text',
      defaultValue: 'Europe/Zurich',
      label: { de: 'Zeitzone', en: 'Time zone', fr: 'Fuseau horaire' },
      required: true,
      validate: isTimeZone,
    },
    languageField({
      admin: {
        description: {
          de: 'Für E-Mails an alle, deren Sprache nicht bekannt ist.',
          en: 'For e-mails to those whose language is not known.',
          fr: 'Pour les e-mails aux personnes dont la langue est inconnue.',
        },
      },
    }),
    {
      name: 'plugins',
      type: 'select',
      admin: {
        description: {
          de: 'Ausschalten nimmt Seiten, Knöpfe und Aufgaben weg; die Daten bleiben.',
          en: 'Switching off takes pages, buttons and jobs away; the data stays.',
          fr: 'Désactiver retire pages, boutons et tâches ; les données restent.',
        },
      },
      hasMany: true,
      label: {
        de: 'Eingeschaltete Erweiterungen',
        en: 'Switched-on plugins',
        fr: 'Extensions activées',
      },
      options: pluginOptions,
    },
  ],
  group: 'setup',
  labels: {
    plural: { de: 'Standorte', en: 'Sites', fr: 'Sites' },
    singular: { de: 'Standort', en: 'Site', fr: 'Site' },
  },
  scope: 'institution',
})
