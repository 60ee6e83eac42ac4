'use client'

import type { NumberFieldClientProps, Validate } from 'payload'

import {
  FieldDescription,
  FieldError,
  FieldLabel,
  useField,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { formatAmount } from '../../utilities/formatAmount'
import { parseAmount } from '../../utilities/parseAmount'
import { validateAmount } from '../../utilities/validateAmount'
import './index.scss'

const written = (value: unknown): string =>
  typeof value === 'number' ? formatAmount({ amount: value }) : ''

/**
 * An amount to type: takes "1'234.50" or "1234,5" and keeps whole minor units. What is no amount stays as typed in the form, so that
 * neither browser nor server saves anything in its place.
 */
export const AmountField = ({ field, path: pathFromProps, readOnly }: NumberFieldClientProps) => {
  const { admin: { description } = {}, label, min, required } = field
  const { t } = useTranslation()
  const validate = useCallback(
    (value: unknown, options: { req?: unknown }) =>
      validateAmount(value, { min, req: (options.req as { t: unknown }) ?? { t }, required }),
    [min, required, t],
  )
  const { disabled, path, setValue, showError, value } = useField<null | number | string>({
    potentiallyStalePath: pathFromProps,
    validate: validate as Validate,
  })
  const currency = useFormFields(([fields]) => fields?.currency?.value as string | undefined)
  const [typed, setTyped] = useState(() => written(value))
  const [isTyping, setIsTyping] = useState(false)

  useEffect(() => {
    if (!isTyping) setTyped(typeof value === 'string' ? value : written(value))
  }, [isTyping, value])

  const complaint = validateAmount(value, { min, req: { t } })
  const isRefused = showError || (!isTyping && complaint !== true)
  const id = `field-${path.replace(/\./g, '__')}`
  return (
    <div
      className={[
        'field-type',
        'number',
        'amount-field',
        isRefused && 'error',
        readOnly && 'read-only',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <FieldLabel label={label} path={path} required={required} />
      <div className="field-type__wrap">
        <FieldError
          message={complaint === true ? undefined : complaint}
          path={path}
          showError={isRefused}
        />
        <div className="amount-field__box">
          {currency && <span className="amount-field__currency">{currency}</span>}
          <input
            aria-describedby={isRefused ? `${id}-refusal` : undefined}
            aria-invalid={isRefused}
            autoComplete="off"
            className="amount-field__input"
            disabled={readOnly || disabled}
            id={id}
            inputMode="decimal"
            name={path}
            onBlur={() => setIsTyping(false)}
            onChange={({ target }) => {
              const amount = parseAmount(target.value)
              setTyped(target.value)
              setValue(amount === undefined ? target.value : amount)
            }}
            onFocus={() => setIsTyping(true)}
            type="text"
            value={typed}
          />
        </div>
        {isRefused && complaint !== true && (
          <span className="amount-field__spoken" id={`${id}-refusal`}>
            {complaint}
          </span>
        )}
        <FieldDescription description={description} path={path} />
      </div>
    </div>
  )
}
