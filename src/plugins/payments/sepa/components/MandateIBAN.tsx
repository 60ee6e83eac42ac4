'use client'

import type { TextFieldClientProps } from 'payload'

import { FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { useState } from 'react'

import { formatIBAN, readIBAN } from '../../../../utilities/bank/identifiers/iban'
import { ibanLengths } from '../../../../utilities/bank/identifiers/countries'
import { ibanProblem } from '../operations/ibanProblem'
import '../../components/index.scss'
import { useDebitText } from './useDebitText'
import { useProblemText } from './useProblemText'

/** The IBAN of a new mandate, looked at as it is typed: what is mistyped is said as soon as it is long enough, or one leaves the field. */
export const MandateIBAN = ({ field: { label }, path: given }: TextFieldClientProps) => {
  const text = useDebitText()
  const problemText = useProblemText()
  const { disabled, path, setValue, showError, value } = useField<string>({
    potentiallyStalePath: given,
  })
  const [isTyping, setTyping] = useState(false)
  const typed = value ?? ''
  const { iban } = readIBAN(typed)
  const problem = ibanProblem(typed)
  const isLookedAt = showError || (typed.trim() !== '' && (!isTyping || isLongEnough(typed)))
  const refusal = isLookedAt && problem ? problemText(problem) : undefined
  const id = `field-${path}`
  return (
    <div
      className={['field-type', 'mandate-field', 'text', refusal && 'error']
        .filter(Boolean)
        .join(' ')}
    >
      <FieldLabel label={label} path={path} required />
      <div className="field-type__wrap">
        <FieldError message={refusal} path={path} showError={Boolean(refusal)} />
        <input
          aria-describedby={`${id}-said`}
          aria-invalid={Boolean(refusal)}
          autoComplete="off"
          disabled={disabled}
          id={id}
          maxLength={60}
          name={path}
          onBlur={() => {
            setTyping(false)
            if (iban) setValue(formatIBAN(iban))
          }}
          onChange={({ target }) => setValue(target.value)}
          onFocus={() => setTyping(true)}
          spellCheck={false}
          type="text"
          value={typed}
        />
        <p aria-live="polite" className="mandate-field__said" id={`${id}-said`}>
          {refusal ?? (problem ? '' : text('ibanGood'))}
        </p>
      </div>
    </div>
  )
}

/** As many signs as an account of that country has. */
const isLongEnough = (typed: string): boolean => {
  const signs = typed.replace(/[\s-]/g, '').toUpperCase()
  return signs.length >= (ibanLengths.get(signs.slice(0, 2)) ?? 4)
}
