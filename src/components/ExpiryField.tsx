'use client'

import type { DateFieldClientProps } from 'payload'

import { FieldLabel, useField } from '@payloadcms/ui'

import { expiryMonth } from '../operations/payments/expiryMonth'

/** Until when a card is good, on its page: the month that stands on it. Nobody types it there. */
export const ExpiryField = ({
  field: { label },
  path: potentiallyStalePath,
}: DateFieldClientProps) => {
  const { path, value } = useField<null | string>({ potentiallyStalePath })
  const id = `field-${path.replaceAll('.', '__')}`
  return (
    <div className="field-type text read-only">
      <FieldLabel label={label} path={path} />
      <input disabled id={id} type="text" value={value ? expiryMonth(value) : ''} />
    </div>
  )
}
