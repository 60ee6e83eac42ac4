/**
 * Whether a text is a BIC: four letters of the institution, a country, two signs of the place, and three of the branch or none
 * (ISO 9362). The schemas allow digits in the first part; no bank has them.
 */
export const isBIC = (text: string): boolean =>
  /^[A-Z]{4}[A-Z]{2}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/.test(text)
