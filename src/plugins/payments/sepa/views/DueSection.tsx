import { Link } from '@payloadcms/ui'

import type { DebitsText } from './debitsText'
import type { DuePlace } from './loadDebits'

import { slugs } from '../../../../collections/slugs'
import { groupBy } from '../../../../utilities/groupBy'
import { AccountForm } from '../components/AccountForm'
import { DebitButton } from '../components/DebitButton'
import { GroupTable } from './GroupTable'
import { ROWS } from './loadDebits'

type Props = { places: DuePlace[]; until?: string; view: DebitsText }

/** What is due at each site and account, by day and sequence, with what is in the way, and the button that prepares a file. */
export const DueSection = ({ places, until, view }: Props) => {
  const { day, page, text } = view
  const [first] = places
  if (!first) return <p>{text('dueNone')}</p>
  return (
    <>
      <form action={page} className="direct-debits__until" method="get">
        <label htmlFor="debits-until">{text('until')}</label>
        <input defaultValue={until ?? first.until} id="debits-until" name="until" type="date" />
        <button type="submit">{text('check')}</button>
      </form>
      {places.map((place) => {
        const { account, amount, count, earliest, groups, hasMore, problems, site } = place
        const sum = view.amount(amount)
        return (
          <section key={`${site.id} ${account.id}`}>
            <h3>
              {site.name} · {account.name}
            </h3>
            <p>{text('earliest', { date: day(earliest) })}</p>
            {groups.length > 0 ? (
              <GroupTable groups={groups} view={view} />
            ) : (
              <p>{text('nothingDue')}</p>
            )}
            {hasMore && <p>{text('moreDue')}</p>}
            {count > 0 && (
              <DebitButton
                body={{ account: account.id, site: site.id, until: place.until }}
                done="prepared"
                isMain
                label="prepare"
                path="/payment/debits"
                question={text('prepareBody', { amount: sum, count })}
                slug={`${site.id}-${account.id}`}
              />
            )}
            {problems.length > 0 && <Problems problems={problems} view={view} />}
          </section>
        )
      })}
    </>
  )
}

/** What an IBAN puts right. */
const BY_IBAN = new Set(['ibanInvalid', 'ibanMissing', 'ibanNotSEPA', 'mandateStopped'])

const Problems = ({ problems, view }: { problems: DuePlace['problems']; view: DebitsText }) => {
  const { linkTo, problem, text } = view
  return (
    <>
      <h4>{text('problems')}</h4>
      <ul>
        {[...groupBy(problems, ({ code }) => code)].map(([code, list]) => (
          <li key={code}>
            {list.length} · {view.amount(list.reduce((sum, { amount }) => sum + amount, 0))} ·{' '}
            {problem(code)}
          </li>
        ))}
      </ul>
      <div className="failed-payments__scroll">
        <table>
          <thead>
            <tr>
              {['contact', 'problem', 'amount', 'file', 'mandate'].map((key) => (
                <th key={key} scope="col">
                  {text(key)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, ROWS).map((one, i) => (
              <tr key={i}>
                <th scope="row">
                  <Link href={linkTo(slugs.contacts, one.contact.id)} prefetch={false}>
                    {one.contact.name}
                  </Link>
                </th>
                <td>{problem(one.code)}</td>
                <td className="failed-payments__figure">{view.amount(one.amount)}</td>
                <td>
                  <Link href={linkTo(slugs.files, one.fileID)} prefetch={false}>
                    {one.fileNumber}
                  </Link>
                </td>
                <td>
                  <Link href={linkTo(slugs.mandates, one.mandate.id)} prefetch={false}>
                    {one.mandate.reference}
                  </Link>
                </td>
                <td>{BY_IBAN.has(one.code) && <AccountForm mandateID={one.mandate.id} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length > ROWS && <p>{text('more', { count: ROWS })}</p>}
    </>
  )
}
