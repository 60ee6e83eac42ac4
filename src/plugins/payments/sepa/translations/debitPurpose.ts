import type { Language } from '../../../../utilities/languages'

type Values = { count: number; file: number; index: number }

/** What the debtor reads on the statement of the account. */
export const debitPurpose: Record<Language, (values: Values) => string> = {
  de: ({ count, file, index }) => `Abonnement, Dossier ${file}, Rate ${index}/${count}`,
  en: ({ count, file, index }) => `Subscription, file ${file}, instalment ${index}/${count}`,
  fr: ({ count, file, index }) => `Abonnement, dossier ${file}, échéance ${index}/${count}`,
}
