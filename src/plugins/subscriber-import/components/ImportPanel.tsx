'use client'

import type { JSONFieldClientComponent } from 'payload'

import {
  Button,
  useConfig,
  useDocumentInfo,
  useField,
  useFormFields,
  useFormModified,
} from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Mode } from './useStart'

import './index.scss'
import { useStart } from './useStart'
import { useText } from './useText'

type Field = {
  group: string
  groupLabel: string
  hint: string
  isRequired: boolean
  key: string
  label: string
}

type Columns = {
  error: null | string
  fields: Field[]
  headers: string[]
  mapping: Record<string, null | string>
  missing: string[]
}

const modes = [
  { key: 'check', mode: 'check' },
  { key: 'importGood', mode: 'goodOnly' },
  { key: 'importAll', mode: 'allOrNothing' },
] as const satisfies { key: string; mode: Mode }[]

/** Which column is what, proposed and changeable, and the buttons that check and import. */
export const ImportPanel: JSONFieldClientComponent = ({ path }) => {
  const text = useText()
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const isModified = useFormModified()
  const { setValue, value } = useField<null | Record<string, null | string>>({ path })
  const [columns, setColumns] = useState<Columns | null>(null)
  const criterion = useFormFields(([fields]) => fields.criterion?.value)
  const { isStarting, start } = useStart(String(id))
  const base = `${config.serverURL}${config.routes.api}/subscriber-import/${id}`
  useEffect(() => {
    if (!id) return
    let isGone = false
    void fetch(`${base}/columns`, { credentials: 'include' })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((body) => !isGone && setColumns(body))
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [base, id, lastUpdateTime])
  if (!id) return <p>{text('saveFirst')}</p>
  if (!columns) return null
  if (columns.error)
    return (
      <p className="import-panel__problem" role="alert">
        {text('unreadable', { reason: columns.error })}
      </p>
    )
  const mapping = { ...columns.mapping, ...value }
  const missing = columns.fields
    .filter(({ key }) => columns.missing.includes(key))
    .map(({ label }) => label)
  const groups = [...new Set(columns.fields.map(({ group }) => group))]
  return (
    <div className="import-panel">
      <section aria-labelledby="import-start">
        <h2 id="import-start">{text('start')}</h2>
        {missing.length > 0 && (
          <p className="import-panel__problem" role="alert">
            {text('missing', { names: missing.join(', ') })}
          </p>
        )}
        {mapping.terminated && !criterion && (
          <p className="import-panel__problem">
            {text('stopsLost', { column: mapping.terminated })}
          </p>
        )}
        <div className="import-panel__buttons">
          {modes.map(({ key, mode }, i) => (
            <Button
              buttonStyle={i ? 'secondary' : 'primary'}
              disabled={isModified || isStarting || missing.length > 0}
              key={key}
              margin={false}
              onClick={() => void start(mode)}
            >
              {text(key)}
            </Button>
          ))}
        </div>
        <p>{isModified ? text('saveFirst') : `${text('checkHelp')} ${text('importHelp')}`}</p>
      </section>
      <section aria-labelledby="import-columns">
        <h2 id="import-columns">{text('columns')}</h2>
        <p>{text('columnsHelp')}</p>
        {groups.map((group) => (
          <fieldset key={group}>
            <legend>{columns.fields.find((field) => field.group === group)?.groupLabel}</legend>
            {columns.fields
              .filter((field) => field.group === group)
              .map(({ hint, isRequired, key, label }) => (
                <label key={key}>
                  <span>
                    {label}
                    {isRequired && <small> ({text('required')})</small>}
                  </span>
                  <select
                    onChange={(event) =>
                      setValue({ ...(value ?? {}), [key]: event.target.value || null })
                    }
                    title={hint}
                    value={mapping[key] ?? ''}
                  >
                    <option value="">{text('none')}</option>
                    {columns.headers.map((header) => (
                      <option key={header} value={header}>
                        {header}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
          </fieldset>
        ))}
      </section>
    </div>
  )
}
