import type { HTMLInputTypeAttribute, ReactNode } from 'react'

import { useId } from 'react'

type Common = {
  label: string
  /** Why what was typed cannot be; said to those who hear the page, too. */
  refusal?: string
}

type InputProps = {
  type?: HTMLInputTypeAttribute
  hint?: string
  inputMode?: 'decimal' | 'numeric'
  onChange: (value: string) => void
  placeholder?: string
  value: string
} & Common

/** A labelled line to type into. */
export const Entry = ({
  type = 'text',
  hint,
  inputMode,
  label,
  onChange,
  placeholder,
  refusal,
  value,
}: InputProps) => {
  const id = useId()
  const explained = [refusal && `${id}-refusal`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="venue-seats__entry">
      <label htmlFor={id}>{label}</label>
      <input
        aria-describedby={explained || undefined}
        aria-invalid={Boolean(refusal)}
        autoComplete="off"
        id={id}
        inputMode={inputMode}
        onChange={({ target }) => onChange(target.value)}
        placeholder={placeholder}
        type={type}
        value={value}
      />
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {refusal && (
        <small className="venue-seats__refusal" id={`${id}-refusal`}>
          {refusal}
        </small>
      )}
    </div>
  )
}

type ChoiceProps = {
  children: ReactNode
  onChange: (value: string) => void
  value: string
} & Common

/** A labelled choice; its options are the children. */
export const Choice = ({ children, label, onChange, refusal, value }: ChoiceProps) => {
  const id = useId()
  return (
    <div className="venue-seats__entry">
      <label htmlFor={id}>{label}</label>
      <select
        aria-describedby={refusal && `${id}-refusal`}
        aria-invalid={Boolean(refusal)}
        id={id}
        onChange={({ target }) => onChange(target.value)}
        value={value}
      >
        {children}
      </select>
      {refusal && (
        <small className="venue-seats__refusal" id={`${id}-refusal`}>
          {refusal}
        </small>
      )}
    </div>
  )
}
