import type { TicketField } from './fieldTypes'

/** What a file may say about the subscription and its seat. */
export const subscriptionFields = {
  block: {
    group: 'subscription',
    kind: 'text',
    maxLength: 60,
    synonyms: {
      de: ['Block', 'Sektor', 'Bereich', 'Rang', 'Tribüne'],
      en: ['block', 'section', 'sector', 'stand'],
      fr: ['bloc', 'secteur', 'zone', 'tribune'],
    },
  },
  fileNumber: {
    group: 'subscription',
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: [
        'Dossiernummer',
        'Dossier-Nr',
        'Dossier',
        'Dossiernummer im alten System',
        'Auftragsnummer',
        'Auftrags-Nr',
        'Vertragsnummer',
      ],
      en: [
        'file number',
        'file no',
        'file',
        'file number in the old system',
        'order number',
        'order no',
      ],
      fr: [
        'numéro de dossier',
        'n° de dossier',
        'no dossier',
        'dossier',
        'numéro de dossier dans l’ancien système',
        'numéro de commande',
      ],
    },
  },
  remarks: {
    group: 'subscription',
    kind: 'text',
    maxLength: 2000,
    synonyms: {
      de: ['Bemerkungen', 'Bemerkung', 'Notizen', 'Notiz', 'Kommentar'],
      en: ['remarks', 'remark', 'notes', 'note', 'comments', 'comment'],
      fr: ['remarques', 'remarque', 'commentaires', 'commentaire', 'notes', 'observations'],
    },
  },
  row: {
    group: 'subscription',
    kind: 'text',
    maxLength: 20,
    synonyms: {
      de: ['Reihe', 'Reihennummer', 'Reihen-Nr'],
      en: ['row', 'row number'],
      fr: ['rang', 'rangée'],
    },
  },
  seat: {
    group: 'subscription',
    kind: 'text',
    maxLength: 20,
    synonyms: {
      de: ['Platz', 'Platznummer', 'Platz-Nr', 'Sitz', 'Sitzplatz', 'Sitznummer'],
      en: ['seat', 'seat number', 'seat no'],
      fr: ['place', 'numéro de place', 'n° de place', 'no place', 'siège', 'fauteuil'],
    },
  },
  shipmentMode: {
    group: 'subscription',
    kind: 'text',
    maxLength: 100,
    synonyms: {
      de: ['Versandart', 'Versand', 'Zustellart', 'Lieferart'],
      en: [
        'shipment mode',
        'shipping method',
        'shipping',
        'delivery mode',
        'delivery method',
        'delivery',
      ],
      fr: [
        'mode d’envoi',
        'mode d’expédition',
        'mode de livraison',
        'mode de retrait',
        'envoi',
        'livraison',
      ],
    },
  },
  subscriptionCode: {
    group: 'subscription',
    isRequired: true,
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: [
        'Abo-Code',
        'Abonnement-Code',
        'Abonnement',
        'Abo',
        'Aboart',
        'Abonnementart',
        'Abotyp',
        'Aboserie',
      ],
      en: ['subscription code', 'subscription', 'season ticket code', 'season ticket', 'package'],
      fr: ['code abonnement', 'abonnement', 'abo', 'type d’abonnement', 'formule', 'code formule'],
    },
  },
  tariffCode: {
    group: 'subscription',
    isRequired: true,
    kind: 'text',
    maxLength: 40,
    synonyms: {
      de: ['Tarif-Code', 'Tarif', 'Preisart', 'Ermässigung'],
      en: ['tariff code', 'tariff', 'price type', 'rate'],
      fr: ['code tarif', 'tarif', 'type de tarif'],
    },
  },
  terminated: {
    group: 'subscription',
    kind: 'yesNo',
    maxLength: 20,
    synonyms: {
      de: [
        'gekündigt',
        'Kündigung',
        'Abo gekündigt',
        'Verlängerung stoppen',
        'automatische Verlängerung stoppen',
        'nicht verlängern',
      ],
      en: ['terminated', 'stop automatic renewal', 'stop renewal', 'do not renew'],
      fr: [
        'résilié',
        'résiliation',
        'arrêter le renouvellement automatique',
        'arrêt du renouvellement',
        'arrêt du renouvellement automatique',
        'ne pas renouveler',
        'non-renouvellement',
      ],
    },
  },
} as const satisfies Record<string, TicketField>
