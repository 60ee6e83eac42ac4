'use client'

import type { TextFieldClientProps } from 'payload'

import { TextField } from '@payloadcms/ui'

import { useDebitText } from './useDebitText'

/** The reference of a mandate: on a new one it may be left empty, and one is proposed. */
export const MandateReference = (props: TextFieldClientProps) => {
  const text = useDebitText()
  const { field } = props
  return (
    <TextField
      {...props}
      field={{
        ...field,
        admin: { ...field.admin, placeholder: text('referenceProposed') },
        required: false,
      }}
    />
  )
}
