import type { CollectionConfig, Plugin, Tab } from 'payload'

import type { MailKind } from '../operations/mails/mailKinds'
import type { Text } from './createCollection'

import { checkMailText } from '../hooks/checkMailText'
import { keepKey } from '../hooks/keepKey'
import { refuseDuplicate } from '../hooks/refuseDuplicate'
import { mailKinds } from '../operations/mails/mailKinds'
import { createCollection } from './createCollection'
import { selectField, uniqueKey } from './fields'
import { slugs } from './slugs'

const inLanguage = (name: string, label: Text): Tab => ({
  name,
  fields: [
    {
      name: 'subject',
      type: 'text',
      label: { de: 'Betreff', en: 'Subject', fr: 'Objet' },
      maxLength: 200,
    },
    { name: 'body', type: 'richText', label: { de: 'Text', en: 'Text', fr: 'Texte' } },
  ],
  label,
})

/** What the house writes in its mails: per site and mail, in each language. Where nothing is written, the default applies. */
const createMailTexts = (kinds: MailKind[]): CollectionConfig =>
  createCollection({
    slug: slugs.mailTexts,
    config: {
      admin: {
        defaultColumns: ['kind', 'site', 'updatedAt'],
        description: {
          de: 'Was in einer Sprache leer bleibt, wird mit dem Standardtext verschickt.',
          en: 'What stays empty in a language is sent with the default text.',
          fr: 'Ce qui reste vide dans une langue part avec le texte par défaut.',
        },
        useAsTitle: 'kind',
      },
      hooks: {
        beforeChange: [checkMailText],
        beforeValidate: [
          keepKey('textKey', ['site', 'kind']),
          refuseDuplicate({ code: 'notUnique', field: 'kind', key: 'textKey' }),
        ],
      },
    },
    fields: [
      selectField(
        'kind',
        { de: 'E-Mail', en: 'E-mail', fr: 'E-mail' },
        kinds.map(({ name, label }) => ({ label, value: name })),
        { access: { update: () => false }, required: true },
      ),
      {
        type: 'tabs',
        tabs: [
          inLanguage('de', { de: 'Deutsch', en: 'German', fr: 'Allemand' }),
          inLanguage('fr', { de: 'Französisch', en: 'French', fr: 'Français' }),
          inLanguage('en', { de: 'Englisch', en: 'English', fr: 'Anglais' }),
        ],
      },
      {
        name: 'preview',
        type: 'ui',
        admin: {
          components: {
            Field: {
              clientProps: {
                kinds: kinds.map(({ name, placeholders }) => ({ name, placeholders })),
              },
              path: '/components/MailTextPanel#MailTextPanel',
            },
          },
          disableListColumn: true,
        },
      },
      uniqueKey('textKey'),
    ],
    group: 'setup',
    labels: {
      plural: { de: 'E-Mail-Texte', en: 'Mail texts', fr: 'Textes des e-mails' },
      singular: { de: 'E-Mail-Text', en: 'Mail text', fr: 'Texte d’e-mail' },
    },
    scope: 'site',
  })

/** Adds the collection once every plugin has said which mails there are. */
export const offerMailTexts: Plugin = (config) => ({
  ...config,
  collections: [...(config.collections ?? []), createMailTexts(mailKinds())],
})
