import { Link } from '@payloadcms/ui'

import type { DebitsText } from './debitsText'
import type { DebitFileRow } from './loadDebits'

/** The files for the bank, the newest first; each leads to its own page. */
export const DebitFileTable = ({ files, view }: { files: DebitFileRow[]; view: DebitsText }) => {
  const { pageOf, state, text } = view
  if (!files.length) return <p>{text('noFiles')}</p>
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            {['fileNumber', 'site', 'state', 'count', 'sum', 'preparedBy', 'releasedBy'].map(
              (key) => (
                <th key={key} scope="col">
                  {text(key)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.id}>
              <th scope="row">
                <Link href={pageOf(file.id)} prefetch={false}>
                  {file.messageID}
                </Link>
              </th>
              <td>{file.site}</td>
              <td>{state(file.state)}</td>
              <td className="failed-payments__figure">{file.count}</td>
              <td className="failed-payments__figure">{view.amount(file.amount, file.currency)}</td>
              <td>{file.prepared}</td>
              <td>{file.released}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
