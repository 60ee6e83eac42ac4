'use client'

import type { ComponentProps } from 'react'

import {
  documentDrawerBaseClass,
  Gutter,
  SetDocumentStepNav,
  useDocumentDrawerContext,
  useDocumentTitle,
  useModal,
  useTranslation,
  XIcon,
} from '@payloadcms/ui'
import { useEffect } from 'react'

type Props = {
  /** Says more than the field that names the document: "File 42" for 42. */
  title?: string
} & ComponentProps<typeof SetDocumentStepNav>

/**
 * What the panel's own edit view does and a page in its place must do as well: the way back at the top; and in a drawer, where there is
 * no such thing, the name of the document and a button to close it.
 */
export const DocumentHeading = ({ title, ...path }: Props) => {
  const { drawerSlug } = useDocumentDrawerContext()
  const { setDocumentTitle, title: shown } = useDocumentTitle()
  const { closeModal } = useModal()
  const { t } = useTranslation()
  useEffect(() => {
    if (!title || shown === title) return
    // Later than the panel, which sets the bare number in the same moment.
    const frame = requestAnimationFrame(() => setDocumentTitle(title))
    return () => cancelAnimationFrame(frame)
  }, [setDocumentTitle, shown, title])

  if (!drawerSlug) return <SetDocumentStepNav {...path} />
  return (
    <Gutter className={`${documentDrawerBaseClass}__header`}>
      <div className={`${documentDrawerBaseClass}__header-content`}>
        <h2 className={`${documentDrawerBaseClass}__header-text`}>{title ?? shown}</h2>
        <button
          aria-label={t('general:close')}
          className={`${documentDrawerBaseClass}__header-close`}
          onClick={() => closeModal(drawerSlug)}
          type="button"
        >
          <XIcon />
        </button>
      </div>
    </Gutter>
  )
}
