import { Link } from '@payloadcms/ui'

import type { DebitsText } from './debitsText'
import type { EntryRow, OpenedFile } from './loadDebitFile'

import { slugs } from '../../../../collections/slugs'
import { ReasonForm } from '../../components/ReasonForm'
import { DebitButton } from '../components/DebitButton'
import { DownloadLink } from '../components/DownloadLink'
import { GroupTable } from './GroupTable'
import { ROWS } from './loadDebits'

type Props = { file: OpenedFile; view: DebitsText }

/** One file for the bank: its sums, its collections, and what can be done with it. */
export const DebitFilePage = ({ file, view }: Props) => {
  const { moment, state, text } = view
  const { id, amount, count, currency, entries, groups, prepared, released, timeZone } = file
  const sum = view.amount(amount, currency)
  const isPrepared = file.state === 'prepared'
  // What is in the way comes first: it must be seen, however long the list.
  const shown = [...entries].sort((a, b) => Number(Boolean(b.problem)) - Number(Boolean(a.problem)))
  return (
    <>
      <dl className="direct-debits__facts">
        <dt>{text('state')}</dt>
        <dd>{state(file.state)}</dd>
        <dt>{text('site')}</dt>
        <dd>{file.site}</dd>
        <dt>{text('count')}</dt>
        <dd>{count}</dd>
        <dt>{text('sum')}</dt>
        <dd>{sum}</dd>
        <dt>{text('preparedBy')}</dt>
        <dd>{text('by', { name: prepared.name, date: moment(prepared.at, timeZone) })}</dd>
        {released && (
          <>
            <dt>{text('releasedBy')}</dt>
            <dd>{text('by', { name: released.name, date: moment(released.at, timeZone) })}</dd>
          </>
        )}
      </dl>
      {isPrepared && file.isOwn && <p>{text('onlyOthers')}</p>}
      <div className="direct-debits__buttons">
        {isPrepared && file.mayRelease && (
          <DebitButton
            done="released"
            isMain
            label="release"
            path={`/payment/debits/${id}/release`}
            question={text('releaseBody', { amount: sum, count })}
            slug={id}
          />
        )}
        {isPrepared && (
          <DebitButton
            done="discarded"
            label="discard"
            path={`/payment/debits/${id}/discard`}
            question={text('discardBody')}
            slug={id}
          />
        )}
        {file.state === 'released' && <DownloadLink fileID={id} />}
        {file.state === 'released' && entries.some((entry) => entry.state === 'pending') && (
          <DebitButton
            done="notHandedInDone"
            label="notHandedIn"
            path={`/payment/debits/${id}/not-handed-in`}
            question={text('notHandedInBody')}
            slug={id}
          />
        )}
      </div>
      <GroupTable groups={groups} view={view} />
      <h2>{text('entries')}</h2>
      <div className="failed-payments__scroll">
        <table>
          <thead>
            <tr>
              {['contact', 'amount', 'collectOn', 'sequence', 'mandate', 'reference', 'state'].map(
                (key) => (
                  <th key={key} scope="col">
                    {text(key)}
                  </th>
                ),
              )}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, ROWS).map((entry) => (
              <Entry entry={entry} file={file} key={entry.id} view={view} />
            ))}
          </tbody>
        </table>
      </div>
      {entries.length > ROWS && <p>{text('more', { count: ROWS })}</p>}
    </>
  )
}

const Entry = ({ entry, file, view }: { entry: EntryRow; file: OpenedFile; view: DebitsText }) => {
  const { cause, chargeState, day, desk, linkTo, problem, text } = view
  const { id, collectOn, contact, may } = entry
  const title = `${contact.name}, ${view.amount(entry.amount, entry.currency)}`
  return (
    <tr>
      <th scope="row">
        <Link href={linkTo(slugs.contacts, entry.contact.id)} prefetch={false}>
          {entry.contact.name}
        </Link>
        {!entry.hasMail && <small>{text('noMail')}</small>}
      </th>
      <td className="failed-payments__figure">{view.amount(entry.amount, entry.currency)}</td>
      <td className="failed-payments__figure">{day(entry.collectOn)}</td>
      <td>{view.sequence(entry.sequence)}</td>
      <td>{entry.mandate}</td>
      <td>{entry.reference}</td>
      <td>
        {chargeState(entry.state)}
        {entry.problem && <small>{problem(entry.problem)}</small>}
        {entry.reason && <small>{cause(entry.reason)}</small>}
        {entry.isNoted && <small>{text('noted')}</small>}
      </td>
      <td>
        {file.state === 'prepared' && (
          <DebitButton
            body={{ charge: id }}
            done="takenOut"
            label="takeOut"
            path={`/payment/debits/${file.id}/take-out`}
            slug={id}
          />
        )}
        {may.cameIn && (
          <ReasonForm
            choices={[
              { body: [desk('cameInBody')], path: `/payment/charges/${id}/came-in`, title },
            ]}
            days={{ first: collectOn, last: file.today }}
            name="cameIn"
          />
        )}
        {may.notCameIn && (
          <ReasonForm
            choices={[
              { body: [desk('notCameInBody')], path: `/payment/charges/${id}/not-came-in`, title },
            ]}
            name="notCameIn"
          />
        )}
      </td>
    </tr>
  )
}
