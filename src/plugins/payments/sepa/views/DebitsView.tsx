import type { AdminViewServerProps, PayloadRequest } from 'payload'

import { Link } from '@payloadcms/ui'
import { notFound } from 'next/navigation'

import '../../components/index.scss'
import { guardPage, PanelPage } from '../../../../components/PanelPage'
import { isDay } from '../../../../utilities/bank/identifiers/targetDays'
import { ReadReport } from '../components/ReadReport'
import { mayOpenDebits } from '../operations/mayCollect'
import { debitsText } from './debitsText'
import { DebitFilePage } from './DebitFilePage'
import { DebitFileTable } from './DebitFileTable'
import { DueSection } from './DueSection'
import { loadDebitFile } from './loadDebitFile'
import { loadDue, loadFiles, loadReports } from './loadDebits'
import { ReportTable } from './ReportTable'

const STEPS = ['prepare', 'release', 'download', 'read']

/** Direct debits by file: what is due, the files for the bank, one of them in full, and what the bank has reported. */
export const DebitsView = async (props: AdminViewServerProps) => {
  const { searchParams } = props
  const req = props.initPageResult.req as PayloadRequest
  const { i18n, payload } = req
  const { admin } = payload.config.routes
  await guardPage(props, () => mayOpenDebits(req))
  const view = debitsText({ adminRoute: admin, i18n })
  const { page, text } = view
  const one = (name: string) => {
    const value = searchParams?.[name]
    return typeof value === 'string' && value ? value : undefined
  }
  const fileID = one('file')
  const wanted = one('until')
  const until = wanted && isDay(wanted) ? wanted : undefined
  const file = fileID ? await loadDebitFile({ fileID, req }) : undefined
  if (file === null) notFound()
  const title = file ? `${text('fileNumber')} ${file.messageID}` : text('title')
  return (
    <PanelPage
      className="failed-payments direct-debits"
      nav={[
        { label: text('title'), url: file ? page : undefined },
        ...(file ? [{ label: file.messageID }] : []),
      ]}
      view={props}
    >
      <div className="failed-payments__header">
        <h1>{title}</h1>
        {file && (
          <Link href={page} prefetch={false}>
            {text('toAll')}
          </Link>
        )}
      </div>
      {file ? (
        <DebitFilePage file={file} view={view} />
      ) : (
        <>
          <ol>
            {STEPS.map((step) => (
              <li key={step}>{view.step(step)}</li>
            ))}
          </ol>
          <h2>{text('due')}</h2>
          <DueSection places={await loadDue({ req, until })} until={until} view={view} />
          <h2>{text('files')}</h2>
          <DebitFileTable files={await loadFiles(req)} view={view} />
          <h2>{text('reports')}</h2>
          <p>{text('reportsHelp')}</p>
          <ReadReport />
          <ReportTable reports={await loadReports(req)} view={view} />
        </>
      )}
    </PanelPage>
  )
}
