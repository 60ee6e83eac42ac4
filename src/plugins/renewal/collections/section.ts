import type { Field } from 'payload'

import type { Text } from '../../../collections/createCollection'

/** A part of the form under a heading of its own; it changes nothing in the data. */
export const section = (label: Text, fields: Field[], description?: Text): Field => ({
  type: 'group',
  admin: { description, hideGutter: true },
  fields,
  label,
})
