import type { DocumentViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { notFound } from 'next/navigation'

import { isPermitted } from '../../access/ofOwnInstitution'
import { slugs } from '../../collections/slugs'
import { DocumentHeading } from '../DocumentHeading'
import { ConnectionsSection } from './ConnectionsSection'
import { createFileView } from './createFileView'
import { fileActionsFor } from './fileActions'
import { FileHeader } from './FileHeader'
import { FileSeatsSection } from './FileSeatsSection'
import './index.scss'
import { isAnswerAwaited } from './isAnswerAwaited'
import { JournalSection } from './JournalSection'
import { loadFilePage } from './loadFilePage'
import { MoneySection } from './MoneySection'
import { OrdersSection } from './OrdersSection'
import { PayerSection } from './PayerSection'
import { PurchasesSection } from './PurchasesSection'
import { RefreshWhileAwaited } from './RefreshWhileAwaited'
import { Remarks } from './Remarks'
import { Section } from './Section'

/** The page of one file, as a cashier needs it with the customer on the phone. Reads as the person who asks; others get 404. */
export const FilePage = async ({
  doc,
  formState,
  i18n,
  initPageResult,
  payload,
}: DocumentViewServerProps) => {
  const { req } = initPageResult
  const data = req.user && doc?.id ? await loadFilePage({ fileID: String(doc.id), req }) : null
  if (!data) return notFound()
  const view = createFileView({ data, i18n, payload })
  const actions = await fileActionsFor({ file: data.file, req })
  const { text } = view
  return (
    <main>
      <DocumentHeading
        collectionSlug={slugs.files}
        id={data.file.id}
        pluralLabel={payload.collections[slugs.files].config.labels.plural}
        title={text('title', { number: data.file.number })}
        useAsTitle="number"
      />
      <Gutter className="file-page">
        {isAnswerAwaited(data) && <RefreshWhileAwaited />}
        <FileHeader
          actions={
            actions.length > 0 && (
              <div aria-label={text('actions')} className="file-page__actions" role="group">
                {RenderServerComponent({
                  clientProps: { file: { id: data.file.id, number: data.file.number } },
                  Component: actions,
                  importMap: payload.importMap,
                  serverProps: { file: data.file, i18n, payload, req },
                })}
              </div>
            )
          }
          view={view}
        />
        <div className="file-page__columns">
          <div className="file-page__main">
            <PurchasesSection view={view} />
            <FileSeatsSection view={view} />
            <OrdersSection view={view} />
            {isPermitted(req, slugs.journal, 'read') && <JournalSection view={view} />}
          </div>
          <div className="file-page__side">
            <PayerSection view={view} />
            <MoneySection view={view} />
            <ConnectionsSection view={view} />
            <Section id="remarks" title={text('remarks')}>
              <Remarks
                formState={formState}
                labelledBy="file-remarks"
                saveLabel={text('remarksSave')}
              />
            </Section>
          </div>
        </div>
      </Gutter>
    </main>
  )
}
