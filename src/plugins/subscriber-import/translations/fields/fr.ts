import type { fieldTexts as english } from './en'

import { personTexts } from '../personTexts'

const person = {
  addressLine2: {
    hint: 'Ce qui complète l’adresse : c/o, case postale, étage.',
    label: 'complément d’adresse',
  },
  city: { hint: 'La localité, sans le code postal.', label: 'localité' },
  company: {
    hint: 'Pour les sociétés et les associations ; le nom n’est alors pas nécessaire.',
    label: 'société',
  },
  country: {
    hint: 'Un nom ou un code, par exemple Suisse ou CH ; vide signifie le pays de la maison.',
    label: 'pays',
  },
  email: { hint: 'Une seule adresse.', label: 'e-mail' },
  externalContactNumber: {
    hint: 'C’est à ce numéro que nous reconnaissons la même personne sur plusieurs lignes.',
    label: 'numéro de client',
  },
  firstName: { hint: 'Tel qu’il doit figurer sur les courriers et les cartes.', label: 'prénom' },
  houseNumber: {
    hint: 'Seulement s’il a sa propre colonne ; sinon il reste dans la rue.',
    label: 'numéro de rue',
  },
  language: {
    hint: 'Allemand, français ou anglais ; vide signifie la langue de la maison.',
    label: 'langue',
  },
  lastName: { hint: 'Tel qu’il doit figurer sur les courriers et les cartes.', label: 'nom' },
  phone: {
    hint: 'Tel qu’on le compose ; de préférence avec l’indicatif, par exemple +33.',
    label: 'téléphone',
  },
  postcode: {
    hint: 'Mettez la colonne au format texte dans Excel, pour garder les zéros du début.',
    label: 'code postal',
  },
  salutation: {
    hint: 'Madame, Monsieur ou un titre, comme vous l’écrivez dans vos courriers.',
    label: 'civilité',
  },
  street: { hint: 'Avec le numéro, s’il n’a pas sa propre colonne.', label: 'rue' },
}

export const fieldTexts: typeof english = {
  ...personTexts({ person: 'Payeur', texts: person, who: 'payer' }),
  ...personTexts({ person: 'Bénéficiaire', texts: person, who: 'beneficiary' }),
  aliasReference: {
    hint: 'Le jeton de la carte (ou du mandat) chez votre prestataire de paiement, jamais un numéro de carte.',
    label: 'Alias carte',
  },
  block: {
    hint: 'Le bloc, le secteur ou la tribune, nommés comme sur le plan de salle.',
    label: 'Bloc',
  },
  cardBrand: { hint: 'Par exemple Visa ou Mastercard.', label: 'Marque de la carte' },
  cardExpiry: {
    hint: 'Le mois et l’année jusqu’auxquels la carte enregistrée est valable, par exemple 12/27.',
    label: 'Carte valable jusqu’au',
  },
  cardLast4: {
    hint: 'Seulement les quatre derniers chiffres, pour que les clients reconnaissent leur carte.',
    label: 'Quatre derniers chiffres de la carte',
  },
  currency: {
    hint: 'Par exemple CHF ou EUR ; vide signifie la monnaie du site.',
    label: 'Monnaie',
  },
  fileNumber: {
    hint: 'Les lignes de même numéro deviennent un seul dossier.',
    label: 'Numéro de dossier dans l’ancien système',
  },
  iban: {
    hint: 'Le compte pour lequel le mandat est donné ; conservé sous scellé.',
    label: 'IBAN',
  },
  instalments: {
    hint: 'En combien de fois le paiement a été fait, en nombre entier.',
    label: 'Échéances',
  },
  mandateReference: {
    hint: 'La référence unique du mandat SEPA.',
    label: 'Référence unique de mandat (RUM)',
  },
  mandateSignedOn: {
    hint: 'Le jour de la signature du mandat, par exemple 31.05.2022.',
    label: 'Mandat signé le',
  },
  paymentMethod: {
    hint: 'Par exemple espèces, carte, prélèvement, facture, virement ou bon.',
    label: 'Mode de règlement',
  },
  pricePaid: { hint: 'Pour cet abonnement seulement, par exemple 110.00.', label: 'Prix payé' },
  remarks: { hint: 'Conservées comme note sur le dossier.', label: 'Remarques' },
  row: { hint: 'Le rang, nommé comme sur le plan de salle.', label: 'Rang' },
  seat: { hint: 'La place, nommée comme sur le plan de salle.', label: 'Place' },
  shipmentMode: { hint: 'Le nom ou le code d’un mode d’envoi du site.', label: 'Mode d’envoi' },
  soldAt: { hint: 'Le jour de la vente, par exemple 31.05.2025.', label: 'Vendu le' },
  subscriptionCode: { hint: 'Le code de l’abonnement dans sa saison.', label: 'Code abonnement' },
  tariffCode: { hint: 'Le code du tarif, par exemple celui du plein tarif.', label: 'Code tarif' },
  terminated: {
    hint: 'Oui, si l’abonnement ne doit pas être renouvelé automatiquement.',
    label: 'Arrêter le renouvellement automatique',
  },
}
