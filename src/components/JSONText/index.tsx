'use client'

import type { JSONFieldClientComponent } from 'payload'

import { FieldLabel, useField } from '@payloadcms/ui'

import './index.scss'

/**
 * What programs keep in a document, to read only. Payload's own field is an editor that it loads from a server of other people: there is
 * none where a house has no way out, and what a house does is nobody else's business.
 */
export const JSONText: JSONFieldClientComponent = ({ field: { label }, path }) => {
  const { value } = useField({ path })
  return (
    <div className="field-type json-text">
      <FieldLabel as="span" label={label} path={path} />
      <pre>{value === undefined || value === null ? '–' : JSON.stringify(value, null, 2)}</pre>
    </div>
  )
}
