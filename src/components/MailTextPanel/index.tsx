'use client'

import { useConfig, useFormFields, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { MailKind } from '../../operations/mails/mailKinds'
import type { mailTexts } from '../../translations/mailTexts'

import { type Language, languageOf, languages } from '../../utilities/languages'
import './index.scss'

type Preview = { html: string; subject: string }

type Props = { kinds: Pick<MailKind, 'name' | 'placeholders'>[] }

const NAMES: Record<Language, string> = { de: 'Deutsch', en: 'English', fr: 'Français' }
/** How long somebody may pause while typing before the preview follows, in milliseconds. */
const PAUSE_MS = 400

/** Beside a mail text: which placeholders there are, in plain words, and how the mail will look in each language. */
export const MailTextPanel = ({ kinds }: Props) => {
  const { config } = useConfig()
  const { i18n, t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: keyof (typeof mailTexts)['en']) => t(`reprise:mailTexts:${key}` as never)
  const own = languageOf(i18n.language)
  const [language, setLanguage] = useState<Language>(own)
  const [preview, setPreview] = useState<null | Preview>(null)
  const [hasFailed, setFailed] = useState(false)
  const written = useFormFields(([fields]) =>
    JSON.stringify({
      body: fields[`${language}.body`]?.value ?? null,
      kind: fields.kind?.value ?? null,
      language,
      subject: fields[`${language}.subject`]?.value ?? null,
    }),
  )
  const { kind } = JSON.parse(written) as { kind: null | string }

  useEffect(() => {
    if (!kind) return
    const gone = new AbortController()
    const timer = setTimeout(() => {
      void fetch(`${config.serverURL}${config.routes.api}/mail-previews`, {
        body: written,
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
        signal: gone.signal,
      })
        .then(async (answer) => {
          if (answer.ok) setPreview((await answer.json()) as Preview)
          setFailed(!answer.ok)
        })
        .catch(() => !gone.signal.aborted && setFailed(true))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      gone.abort()
    }
  }, [config, kind, written])

  const placeholders = kinds.find(({ name }) => name === kind)?.placeholders
  if (!placeholders) return <p className="mail-text-panel__hint">{text('choose')}</p>
  return (
    <div className="mail-text-panel">
      <section aria-labelledby="mail-placeholders">
        <h2 id="mail-placeholders">{text('placeholders')}</h2>
        <p className="mail-text-panel__hint">{text('placeholdersHint')}</p>
        <dl>
          {placeholders.map(({ name, label }) => (
            <div key={name}>
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd>{label[own]}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="mail-preview">
        <h2 id="mail-preview">{text('preview')}</h2>
        <div aria-label={text('language')} className="mail-text-panel__languages" role="group">
          {languages.map((one) => (
            <button
              aria-pressed={one === language}
              key={one}
              lang={one}
              onClick={() => setLanguage(one)}
              type="button"
            >
              {NAMES[one]}
            </button>
          ))}
        </div>
        {hasFailed && <p role="alert">{text('failed')}</p>}
        {preview && (
          <>
            <p>
              <strong>{text('subject')}: </strong>
              <span lang={language}>{preview.subject}</span>
            </p>
            <iframe lang={language} sandbox="" srcDoc={preview.html} title={text('preview')} />
          </>
        )}
      </section>
    </div>
  )
}
