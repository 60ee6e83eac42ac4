'use client'

import type { RelationshipFieldClient } from 'payload'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'

import { useDebitText } from './useDebitText'

type Props = {
  accounts: { id: string; name: string }[]
  isNew: boolean
  label: RelationshipFieldClient['label']
  path: string
}

/** Chooses the account of a new mandate, or shows the one of another. */
export const MandateAccountPicker = ({ accounts, isNew, label, path: given }: Props) => {
  const text = useDebitText()
  const { disabled, path, setValue, showError, value } = useField<string>({
    potentiallyStalePath: given,
  })
  const id = `field-${path}`
  return (
    <div
      className={['field-type', 'mandate-field', 'select', showError && 'error']
        .filter(Boolean)
        .join(' ')}
    >
      <FieldLabel htmlFor={id} label={label} path={path} required={isNew} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        {isNew && accounts.length === 0 && <p>{text('dueNone')}</p>}
        {isNew && accounts.length > 0 && (
          <select
            className="mandate-field__select"
            disabled={disabled}
            id={id}
            name={path}
            onChange={({ target }) => setValue(target.value || null)}
            value={value ?? ''}
          >
            <option value="">–</option>
            {accounts.map((account) => (
              <option key={account.id} value={account.id}>
                {account.name}
              </option>
            ))}
          </select>
        )}
        {!isNew && <p id={id}>{accounts[0]?.name ?? '–'}</p>}
      </div>
    </div>
  )
}
