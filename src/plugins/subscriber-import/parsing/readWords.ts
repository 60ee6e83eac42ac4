import type { PaymentMethodKind } from '../../../operations/payments/paymentMethods'

import { toSearchKey } from '../../../utilities/toSearchKey'

/** Letters and digits only; a sign that stands alone stays. */
const compact = (text: string): string =>
  toSearchKey(text).replace(/[^\p{L}\p{N}+]+/gu, '') || text.trim()

const wordList = <Value>(lists: [Value, string][]): Map<string, Value> =>
  new Map(
    lists.flatMap(([value, words]) =>
      words.split(',').map((word) => [compact(word), value] as const),
    ),
  )

const YES_NO = wordList<boolean>([
  [true, 'ja,j,yes,y,oui,o,true,t,wahr,w,vrai,v,1,x'],
  [false, 'nein,n,no,non,false,f,falsch,faux,0,-'],
])

/** Yes or no in German, French or English; `undefined` for anything else. */
export const readYesNo = (text: string): boolean | undefined =>
  /^[✓✔☑]\ufe0f?$/u.test(text) ? true : YES_NO.get(compact(text))

const LANGUAGES = wordList<'de' | 'en' | 'fr'>([
  ['de', 'de,d,deu,ger,deutsch,german,allemand,de-ch,de-de,de-at'],
  ['fr', 'fr,f,fra,fre,französisch,french,français,fr-ch,fr-fr'],
  ['en', 'en,e,eng,englisch,english,anglais,en-gb,en-us'],
])

/** One of the languages that letters and mails are written in; `undefined` for any other. */
export const readLanguage = (text: string): 'de' | 'en' | 'fr' | undefined =>
  LANGUAGES.get(compact(text))

const PAYMENT_METHODS = wordList<PaymentMethodKind>([
  ['cash', 'cash,bar,barzahlung,bargeld,espèces,comptant,liquide,numéraire,kasse'],
  [
    'card',
    `card,karte,kreditkarte,debitkarte,credit card,debit card,bank card,carte,carte bancaire,CB,carte de crédit,carte de débit,visa,
    mastercard,amex,american express,maestro,postcard,postfinance card,EC,EC-Karte,girocard`,
  ],
  [
    'cardInstalments',
    `card instalments,card in instalments,card in installments,card installments,credit card in instalments,Karte in Raten,Kartenraten,
    Kreditkarte in Raten,Ratenzahlung Karte,carte en plusieurs fois,CB en plusieurs fois,carte en 3 fois,carte 3x,carte en 3x,
    CB en 3 fois,CB 3 fois,CB 3x,CB en 3x,carte en 4 fois,CB en 4 fois,CB 4 fois,CB 4x,CB en 4x,paiement en plusieurs fois par carte`,
  ],
  [
    'directDebit',
    `direct debit,directdebit,SEPA,SEPA direct debit,Lastschrift,SEPA-Lastschrift,Bankeinzug,Einzug,Einzugsermächtigung,LSV,LSV+,DD,
    prélèvement,prélèvement SEPA,prélèvement automatique,prélèvement bancaire`,
  ],
  [
    'invoice',
    'invoice,bill,Rechnung,auf Rechnung,QR-Rechnung,facture,sur facture,facture QR,Einzahlungsschein',
  ],
  [
    'transfer',
    'transfer,bank transfer,wire,wire transfer,Überweisung,Banküberweisung,Vorkasse,virement,virement bancaire',
  ],
  [
    'voucher',
    'voucher,gift card,gift voucher,Gutschein,Geschenkgutschein,Geschenkkarte,bon,bon cadeau,chèque cadeau,carte cadeau',
  ],
  [
    'other',
    'other,andere,anderes,andere Zahlungsart,sonstige,sonstiges,diverse,autre,autres,divers,TWINT,PayPal,check,cheque,chèque,Scheck',
  ],
])

/** How last season was paid, by its word in German, French or English; `undefined` for a word that is not known. */
export const readPaymentMethod = (text: string): PaymentMethodKind | undefined =>
  PAYMENT_METHODS.get(compact(text))
