'use client'

import type { ClientField, FormState } from 'payload'

import {
  Form,
  LeaveWithoutSaving,
  OperationProvider,
  RenderFields,
  SaveButton,
  useConfig,
  useDocumentInfo,
} from '@payloadcms/ui'
import { useEffect, useMemo, useRef } from 'react'

type Props = { formState: FormState; labelledBy: string; saveLabel: string }

/** What staff note about a file: the one thing on its page that is written by hand, saved by itself. */
export const Remarks = ({ formState, labelledBy, saveLabel }: Props) => {
  const { apiURL, collectionSlug, docPermissions, hasSavePermission } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const initialState = useMemo(() => ({ remarks: formState.remarks }) as FormState, [formState])
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
        <Form
          action={apiURL}
          className="file-page__remarks"
          initialState={initialState}
          method="PATCH"
        >
          {hasSavePermission && <LeaveWithoutSaving />}
          <RenderFields
            fields={fields}
            forceRender
            parentIndexPath=""
            parentPath=""
            parentSchemaPath={collectionSlug!}
            permissions={docPermissions?.fields ?? true}
            readOnly={!hasSavePermission}
          />
          {hasSavePermission && <SaveButton label={saveLabel} />}
        </Form>
      </div>
    </OperationProvider>
  )
}
