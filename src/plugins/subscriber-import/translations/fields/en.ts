import type { TicketKey } from '../../parsing/ticketFields'

import { type FieldText, personTexts } from '../personTexts'

const person = {
  addressLine2: {
    hint: 'What else belongs to the address: c/o, PO box, floor.',
    label: 'address line 2',
  },
  city: { hint: 'The town, without the postcode.', label: 'city' },
  company: {
    hint: 'For companies and associations; then no last name is needed.',
    label: 'company',
  },
  country: {
    hint: 'A name or a code, such as Switzerland or CH; empty means the country of the house.',
    label: 'country',
  },
  email: { hint: 'One address only.', label: 'e-mail' },
  externalContactNumber: {
    hint: 'By this number we know the same person on several lines.',
    label: 'customer number',
  },
  firstName: { hint: 'As it is to stand on letters and cards.', label: 'first name' },
  houseNumber: {
    hint: 'Only if it has a column of its own; otherwise leave it in the street.',
    label: 'house number',
  },
  language: {
    hint: 'German, French or English; empty means the language of the house.',
    label: 'language',
  },
  lastName: { hint: 'As it is to stand on letters and cards.', label: 'last name' },
  phone: { hint: 'As it is to be dialled; best with the country, such as +41.', label: 'phone' },
  postcode: {
    hint: 'Format the column as text in Excel, so that zeros in front stay.',
    label: 'postcode',
  },
  salutation: { hint: 'Ms, Mr or a title, as you write it on letters.', label: 'salutation' },
  street: { hint: 'With the house number, if that has no column of its own.', label: 'street' },
}

export const fieldTexts = {
  ...personTexts({ person: 'Payer', texts: person, who: 'payer' }),
  ...personTexts({ person: 'Beneficiary', texts: person, who: 'beneficiary' }),
  ...({
    aliasReference: {
      hint: 'The token of the stored card (or mandate) at your payment provider, never a card number.',
      label: 'Card alias',
    },
    block: { hint: 'Block, tier or stand, named as on the seat map.', label: 'Block' },
    cardBrand: { hint: 'Such as Visa or Mastercard.', label: 'Card brand' },
    cardExpiry: {
      hint: 'Month and year until which the stored card is good, such as 12/27.',
      label: 'Card expiry',
    },
    cardLast4: {
      hint: 'The last four digits only, so that customers know their card again.',
      label: 'Last four digits of the card',
    },
    currency: {
      hint: 'Such as CHF or EUR; empty means the currency of the site.',
      label: 'Currency',
    },
    fileNumber: {
      hint: 'Lines with the same number become one file.',
      label: 'File number in the old system',
    },
    iban: {
      hint: 'The account that the mandate is for; kept sealed.',
      label: 'IBAN',
    },
    instalments: {
      hint: 'In how many parts it was paid, as a whole number.',
      label: 'Instalments',
    },
    mandateReference: {
      hint: 'The unique reference of the SEPA mandate.',
      label: 'Mandate reference (RUM)',
    },
    mandateSignedOn: {
      hint: 'The day on which the mandate was signed, such as 31.05.2022.',
      label: 'Mandate signed on',
    },
    paymentMethod: {
      hint: 'Such as cash, card, direct debit, invoice, transfer or voucher.',
      label: 'Payment method',
    },
    pricePaid: { hint: 'For this subscription alone, such as 110.00.', label: 'Price paid' },
    remarks: { hint: 'Kept as a note on the file.', label: 'Remarks' },
    row: { hint: 'The row, named as on the seat map.', label: 'Row' },
    seat: { hint: 'The seat, named as on the seat map.', label: 'Seat' },
    shipmentMode: {
      hint: 'The name or code of a shipment mode of the site.',
      label: 'Shipment mode',
    },
    soldAt: { hint: 'The day of the sale, such as 31.05.2025.', label: 'Sold on' },
    subscriptionCode: {
      hint: 'The code of the subscription in its season.',
      label: 'Subscription code',
    },
    tariffCode: {
      hint: 'The code of the tariff, such as the one for the full price.',
      label: 'Tariff code',
    },
    terminated: {
      hint: 'Yes, if the customer does not want the subscription to be renewed by itself.',
      label: 'Stop automatic renewal',
    },
  } satisfies Record<TicketKey, FieldText>),
}
