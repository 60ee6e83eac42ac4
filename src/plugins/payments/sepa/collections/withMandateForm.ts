import type {
  Access,
  CollectionConfig,
  Condition,
  Field,
  PayloadRequest,
  TextField,
  Validate,
} from 'payload'

import type { Translate } from '../../../../utilities/explain'

import { isPluginOn } from '../../../../access/isPluginOn'
import { slugs } from '../../../../collections/slugs'
import { completeMandate } from '../hooks/completeMandate'
import { debitPlaces } from '../operations/debitPlaces'
import { mandateRules } from './mandateRules'

const COMPONENTS = '/plugins/payments/sepa/components'

const isNew: Condition = (_, __, { operation }) => operation === 'create'
const isThere: Condition = (_, __, { operation }) => operation !== 'create'
const never = () => false

/** What the form of a new mandate asks for; everything else comes about by what is done with it. */
const ASKED = new Set(['account', 'bic', 'contact', 'holder', 'reference', 'signedOn'])

/**
 * On mandates: a form for one that was signed on paper, at sites with the plugin; and on the page of one, its new account. The IBAN is
 * typed once and never shown again.
 */
export const withMandateForm = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === slugs.mandates
    ? {
        ...collection,
        access: { ...collection.access, create: whereCharged(collection.access!.create!) },
        fields: [
          ...collection.fields.flatMap((field) =>
            'name' in field && field.name === 'maskedIBAN'
              ? [typedIBAN, asked(field)]
              : [asked(field)],
          ),
          {
            name: 'changeAccount',
            type: 'ui',
            admin: {
              components: { Field: `${COMPONENTS}/MandateTools#MandateTools` },
              condition: isThere,
              disableBulkEdit: true,
              disableListColumn: true,
            },
          },
        ],
        hooks: {
          ...collection.hooks,
          beforeValidate: [...(collection.hooks?.beforeValidate ?? []), completeMandate],
        },
      }
    : collection

/** The account that a form can only be for. */
const onlyAccount = async ({ req }: { req: PayloadRequest }): Promise<string | undefined> => {
  const places = await debitPlaces({ payload: req.payload, req })
  const ids = new Set(places.map(({ account }) => account.id))
  return ids.size === 1 ? [...ids][0] : undefined
}

const whereCharged =
  (rule: Access): Access =>
  async (args) =>
    (await rule(args)) && isPluginOn({ plugin: 'payments', req: args.req })

/** Says what is wrong with a new mandate at the field, in a sentence. */
const validateNew =
  (name: string): Validate =>
  async (value, { data, operation, req }) => {
    if (operation !== 'create') return true
    const problem = await mandateRules[name]!({ data, req, value })
    return problem ? (req.t as Translate)(`payments:debits:problems:${problem}`) : true
  }

const typedIBAN: TextField = {
  name: 'typedIBAN',
  type: 'text',
  admin: {
    components: { Field: `${COMPONENTS}/MandateIBAN#MandateIBAN` },
    condition: isNew,
    disableListColumn: true,
    disableListFilter: true,
  },
  label: { de: 'IBAN', en: 'IBAN', fr: 'IBAN' },
  required: true,
  validate: validateNew('typedIBAN'),
  virtual: true,
}

/** A field of the collection as the form has it. */
const asked = (field: Field): Field => {
  if (!('name' in field) || field.type === 'ui') return field
  const { name } = field
  const mine = {
    ...(name in mandateRules && { validate: validateNew(name) }),
    ...(name === 'account' && {
      // Whoever works at the counter may not read accounts, but says which one the form is for.
      admin: { components: { Field: `${COMPONENTS}/MandateAccount#MandateAccount` } },
      defaultValue: onlyAccount,
      filterOptions: undefined,
    }),
    ...(name === 'reference' && {
      admin: { components: { Field: `${COMPONENTS}/MandateReference#MandateReference` } },
    }),
    ...(!ASKED.has(name) &&
      !(field as TextField).admin?.hidden && {
        access: { ...(field as TextField).access, create: never },
        // With a condition Payload would no longer have the database require it: what is required shows what it begins with.
        ...(!(field as TextField).required && {
          admin: { ...field.admin, condition: isThere },
        }),
      }),
  }
  return { ...field, ...mine } as Field
}
