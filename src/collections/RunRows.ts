import type { CollectionConfig, FieldAccess, FieldHook } from 'payload'

import { isPermitted } from '../access/ofOwnInstitution'
import { createCollection } from './createCollection'
import { amountField, to, uniqueKey } from './fields'
import { slugs } from './slugs'

/** From which card or account a row is paid is for those who may see stored cards: here, since rows are read in several ways. */
const leaveOutMeans: FieldHook = ({ req, value }) => {
  if (!value?.label || !req.user || isPermitted(req, slugs.aliases, 'read')) return value
  const { label: _, ...rest } = value
  return rest
}

/** Read by all, without the means, but asked for and sorted by (then there is no document) only by those who may see these. */
const mayAskForDetails: FieldAccess = ({ doc, req }) =>
  Boolean(doc) || isPermitted(req, slugs.aliases, 'read')

/** What a run did with one item: outcome, reason, and what was before and after. */
export const RunRows: CollectionConfig = createCollection({
  slug: slugs.runRows,
  config: {
    admin: {
      defaultColumns: [
        'fileNumber',
        'label',
        'outcome',
        'reason',
        'newFileNumber',
        'seatBefore',
        'seatAfter',
      ],
      hidden: true,
    },
    defaultSort: 'position',
    indexes: [{ fields: ['run', 'position'] }, { fields: ['run', 'reason'] }],
  },
  fields: [
    to('run', slugs.runs, { de: 'Lauf', en: 'Run', fr: 'Exécution' }, { required: true }),
    { name: 'position', type: 'number', label: { de: 'Nr.', en: 'No.', fr: 'N°' }, required: true },
    {
      name: 'item',
      type: 'text',
      index: true,
      label: { de: 'Eintrag', en: 'Item', fr: 'Élément' },
      required: true,
    },
    {
      name: 'outcome',
      type: 'text',
      index: true,
      label: { de: 'Ergebnis', en: 'Outcome', fr: 'Résultat' },
      required: true,
    },
    {
      name: 'reason',
      type: 'text',
      index: true,
      label: { de: 'Grund', en: 'Reason', fr: 'Motif' },
      required: true,
    },
    {
      name: 'seatReason',
      type: 'text',
      label: { de: 'Platzwahl', en: 'Choice of seat', fr: 'Choix de la place' },
    },
    {
      name: 'label',
      type: 'text',
      label: { de: 'Wer und was', en: 'Who and what', fr: 'Qui et quoi' },
    },
    to('file', slugs.files, { de: 'Altes Dossier', en: 'Old file', fr: 'Ancien dossier' }),
    {
      name: 'fileNumber',
      type: 'number',
      index: true,
      label: { de: 'Altes Dossier', en: 'Old file', fr: 'Ancien dossier' },
    },
    to('newFile', slugs.files, { de: 'Neues Dossier', en: 'New file', fr: 'Nouveau dossier' }),
    {
      name: 'newFileNumber',
      type: 'number',
      label: { de: 'Neues Dossier', en: 'New file', fr: 'Nouveau dossier' },
    },
    to('newLine', slugs.lines, { de: 'Neue Position', en: 'New line', fr: 'Nouvelle ligne' }),
    { name: 'subscription', type: 'text', index: true },
    { name: 'seat', type: 'text', index: true },
    {
      name: 'seatBefore',
      type: 'text',
      label: { de: 'Platz vorher', en: 'Seat before', fr: 'Place avant' },
    },
    {
      name: 'seatAfter',
      type: 'text',
      label: { de: 'Platz nachher', en: 'Seat after', fr: 'Place après' },
    },
    amountField('priceBefore', { de: 'Preis vorher', en: 'Price before', fr: 'Prix avant' }),
    amountField('priceAfter', { de: 'Preis nachher', en: 'Price after', fr: 'Prix après' }),
    { name: 'payment', type: 'text', label: { de: 'Zahlung', en: 'Payment', fr: 'Règlement' } },
    {
      name: 'shipmentMode',
      type: 'text',
      label: { de: 'Versandart', en: 'Shipment mode', fr: 'Mode d’envoi' },
    },
    {
      name: 'details',
      type: 'json',
      access: { read: mayAskForDetails },
      hooks: { afterRead: [leaveOutMeans] },
      label: { de: 'Einzelheiten', en: 'Details', fr: 'Détails' },
    },
    uniqueKey('rowKey'),
  ],
  group: 'tools',
  journal: false,
  labels: {
    plural: { de: 'Ergebniszeilen', en: 'Result rows', fr: 'Lignes de résultat' },
    singular: { de: 'Ergebniszeile', en: 'Result row', fr: 'Ligne de résultat' },
  },
  scope: 'site',
  search: ['label'],
})
