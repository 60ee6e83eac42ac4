import type { FieldValues } from './readField'
import type { ImportedPerson } from './types'

/** The payer's or the beneficiary's part of a line. */
export const readPerson = ({
  defaultCountry,
  values,
  who,
}: {
  defaultCountry: string
  values: FieldValues
  who: 'beneficiary' | 'payer'
}): ImportedPerson => ({
  addressLine2: values[`${who}AddressLine2`] ?? null,
  city: values[`${who}City`] ?? null,
  company: values[`${who}Company`] ?? null,
  country: values[`${who}Country`] ?? defaultCountry,
  email: values[`${who}Email`] ?? null,
  externalContactNumber: values[`${who}ExternalContactNumber`] ?? null,
  firstName: values[`${who}FirstName`] ?? null,
  houseNumber: values[`${who}HouseNumber`] ?? null,
  language: values[`${who}Language`] ?? null,
  lastName: values[`${who}LastName`] ?? null,
  phone: values[`${who}Phone`] ?? null,
  postcode: values[`${who}Postcode`] ?? null,
  salutation: values[`${who}Salutation`] ?? null,
  street: values[`${who}Street`] ?? null,
})
