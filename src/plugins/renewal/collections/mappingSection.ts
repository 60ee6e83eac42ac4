import { to } from '../../../collections/fields'
import { slugs } from '../../../collections/slugs'
import { section } from './section'

const ofSeason = (seasonField: 'originSeason' | 'targetSeason') => ({
  filterOptions: ({ data }: { data: Record<string, any> }) => {
    const season = data?.[seasonField]
    return season ? { season: { equals: season?.id ?? season } } : true
  },
})

/** Which subscription and tariff becomes which. */
export const mappingSection = section(
  { de: 'Was wird woraus', en: 'What becomes what', fr: 'Correspondances' },
  [
    {
      name: 'mapping',
      type: 'array',
      admin: {
        components: { RowLabel: '/plugins/renewal/components/MappingRowLabel#MappingRowLabel' },
        description: {
          de: 'Beim Speichern wird zugeordnet, was noch fehlt: gleicher Code, sonst gleicher Name. Ohne Ziel wird nicht verlängert.',
          en: 'Saving maps what is still missing: same code, else same name. Without a target a subscription is not renewed.',
          fr: 'L’enregistrement associe ce qui manque : même code, sinon même nom. Sans cible, pas de renouvellement.',
        },
        initCollapsed: true,
      },
      fields: [
        {
          type: 'row',
          fields: [
            to(
              'origin',
              slugs.subscriptions,
              { de: 'Abonnement bisher', en: 'Subscription so far', fr: 'Abonnement actuel' },
              { ...ofSeason('originSeason'), admin: { allowCreate: false }, required: true },
            ),
            to(
              'target',
              slugs.subscriptions,
              { de: 'Abonnement neu', en: 'New subscription', fr: 'Nouvel abonnement' },
              { ...ofSeason('targetSeason'), admin: { allowCreate: false } },
            ),
            to(
              'criterion',
              slugs.criteria,
              {
                de: 'Eigenes Kündigungskriterium',
                en: 'Its own stop criterion',
                fr: 'Critère d’arrêt propre',
              },
              { admin: { allowCreate: false } },
            ),
          ],
        },
      ],
      label: { de: 'Abonnements', en: 'Subscriptions', fr: 'Abonnements' },
      labels: {
        plural: { de: 'Abonnements', en: 'Subscriptions', fr: 'Abonnements' },
        singular: { de: 'Abonnement', en: 'Subscription', fr: 'Abonnement' },
      },
    },
    {
      name: 'tariffMapping',
      type: 'array',
      admin: {
        components: { RowLabel: '/plugins/renewal/components/MappingRowLabel#MappingRowLabel' },
        initCollapsed: true,
      },
      fields: [
        {
          type: 'row',
          fields: [
            to(
              'origin',
              slugs.tariffs,
              { de: 'Tarif bisher', en: 'Tariff so far', fr: 'Tarif actuel' },
              { admin: { allowCreate: false }, required: true },
            ),
            to(
              'target',
              slugs.tariffs,
              { de: 'Tarif neu', en: 'New tariff', fr: 'Nouveau tarif' },
              { admin: { allowCreate: false } },
            ),
          ],
        },
      ],
      label: { de: 'Tarife', en: 'Tariffs', fr: 'Tarifs' },
      labels: {
        plural: { de: 'Tarife', en: 'Tariffs', fr: 'Tarifs' },
        singular: { de: 'Tarif', en: 'Tariff', fr: 'Tarif' },
      },
    },
  ],
)
