'use client'

import type { ClientField, FormState } from 'payload'

import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import {
  Form,
  LeaveWithoutSaving,
  OperationProvider,
  RenderFields,
  SaveButton,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
  useFormProcessing,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useMemo, useRef, useState } from 'react'

type Props = { formState: FormState; labelledBy: string; saveLabel: string }

/**
 * What staff note about a file: the one thing on its page that is written by hand, saved by itself. Where somebody else has saved
 * remarks meanwhile, theirs are shown below what was typed, and nothing is lost.
 */
export const Remarks = ({ formState, labelledBy, saveLabel }: Props) => {
  const { collectionSlug, docPermissions, hasSavePermission } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const initialState = useMemo(() => ({ remarks: formState.remarks }) as FormState, [formState])
  const { isRefused, save, theirs } = useSaving(formState)
  const fields = useMemo(() => {
    const config = getEntityConfig({ collectionSlug: collectionSlug! })
    return (config?.fields ?? []).filter(
      (field: ClientField) => 'name' in field && field.name === 'remarks',
    )
  }, [collectionSlug, getEntityConfig])
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The editor arrives late and has no name of its own for those who hear the page.
    const name = () =>
      frame.current?.querySelector('[role="textbox"]')?.setAttribute('aria-labelledby', labelledBy)
    const observer = new MutationObserver(name)
    observer.observe(frame.current!, { childList: true, subtree: true })
    name()
    return () => observer.disconnect()
  }, [labelledBy])
  return (
    <OperationProvider operation="update">
      <div ref={frame}>
        <Form action={save} className="file-page__remarks" initialState={initialState}>
          {hasSavePermission && <LeaveWithoutSaving />}
          <Unsaved isRefused={isRefused} />
          <RenderFields
            fields={fields}
            forceRender
            parentIndexPath=""
            parentPath=""
            parentSchemaPath={collectionSlug!}
            permissions={docPermissions?.fields ?? true}
            readOnly={!hasSavePermission}
          />
          {theirs !== null && <Theirs text={theirs} />}
          {hasSavePermission && <SaveButton label={saveLabel} />}
        </Form>
      </div>
    </OperationProvider>
  )
}

/** Saves with what stood there at first, and fetches what somebody else has put in its place. */
const useSaving = (formState: FormState) => {
  const { apiURL } = useDocumentInfo()
  const { i18n } = useTranslation()
  const url = useMemo(() => withoutDepth(apiURL!), [apiURL])
  const opened = useRef<unknown>(null)
  const [isRefused, setIsRefused] = useState(false)
  const [theirs, setTheirs] = useState<null | string>(null)
  useEffect(() => {
    opened.current = formState.remarks?.initialValue
    setIsRefused(false)
    setTheirs(null)
  }, [formState])
  const ask = (options: RequestInit): Promise<Response> =>
    fetch(url, {
      ...options,
      credentials: 'include',
      headers: { 'Accept-Language': i18n.language, 'Content-Type': 'application/json' },
    })
  const save = async (form: FormData): Promise<Response> => {
    const { remarks } = JSON.parse(String(form.get('_payload')))
    setIsRefused(true)
    const body = JSON.stringify({ openedRemarks: opened.current ?? null, remarks })
    const answer = await ask({ body, method: 'PATCH' })
    const { doc, errors } = await answer
      .clone()
      .json()
      .catch(() => ({}))
    if (answer.ok) {
      opened.current = doc.remarks
      setIsRefused(false)
      setTheirs(null)
    } else if (errors?.[0]?.data?.code === 'remarksChanged') {
      const current = await ask({ method: 'GET' })
      // Only what has been shown may be written over.
      if (current.ok) {
        const { remarks: data } = await current.json()
        opened.current = data
        setTheirs(data ? convertLexicalToPlaintext({ data }) : '')
      }
    }
    return answer
  }
  // The form reads the answer, though its type says nothing of that.
  return { isRefused, save: save as unknown as (form: FormData) => Promise<void>, theirs }
}

/** References stay ids, as they are compared. */
const withoutDepth = (apiURL: string): string => {
  const [path, query] = apiURL.split('?')
  const params = new URLSearchParams(query)
  params.set('depth', '0')
  return `${path}?${params}`
}

const Theirs = ({ text }: { text: string }) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  return (
    <div className="file-page__their-remarks" role="alert">
      <strong>{t('reprise:filePage:remarksOfOthers' as never)}</strong>
      <p>{text.trim() || t('reprise:filePage:remarksEmptied' as never)}</p>
    </div>
  )
}

/** A mark for whoever would read the page again meanwhile. The form takes what was sent for saved, also where it was refused. */
const Unsaved = ({ isRefused }: { isRefused: boolean }) => {
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const { setModified } = useForm()
  useEffect(() => {
    if (isRefused && !isProcessing && !isModified) setModified(true)
  }, [isModified, isProcessing, isRefused, setModified])
  return isModified ? <span data-unsaved hidden /> : null
}
