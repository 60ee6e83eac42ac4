import { Link } from '@payloadcms/ui'

import type { FileView, Found } from './types'

import { slugs } from '../../collections/slugs'
import { idOf } from '../../utilities/idOf'
import { StateBadge } from '../StateBadge'

type Props = { line: Found; parts: Found[]; view: FileView }

/** One bought thing: the subscription with its price, for whom, where they sit; inside, its performances. */
export const Purchase = ({ line, parts, view }: Props) => {
  const { amount, names, option, text } = view
  const isCancelled = line.state === 'cancelled'
  const beneficiary = names.titleOf(slugs.contacts, line.beneficiary)
  const name =
    names.titleOf(slugs.subscriptions, line.subscription) ??
    names.titleOf(slugs.performances, line.performance) ??
    option(slugs.lines, 'kind', line.kind)
  const facts = [
    [
      text('for'),
      beneficiary && idOf(line.beneficiary) === idOf(line.payer)
        ? text('forThemselves')
        : beneficiary,
    ],
    [text('seat'), names.titleOf(slugs.seats, line.seat)],
    [text('tariff'), names.titleOf(slugs.tariffs, line.tariff)],
    [text('category'), names.titleOf(slugs.priceCategories, line.priceCategory)],
    [text('shipmentMode'), names.titleOf(slugs.shipmentModes, line.shipmentMode)],
  ].filter(([, value]) => value)
  return (
    <article className={`purchase ${isCancelled ? 'purchase--cancelled' : ''}`}>
      <div className="purchase__head">
        <h3>{isCancelled ? <del>{name}</del> : name}</h3>
        <StateBadge label={option(slugs.lines, 'state', line.state)} state={line.state} />
        <p className="purchase__price">
          {isCancelled ? <del>{amount(line.amount)}</del> : amount(line.amount)}
        </p>
      </div>
      <dl className="purchase__facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Relations line={line} view={view} />
      {parts.length > 0 && (
        <details>
          <summary>{text('performances', { count: parts.length })}</summary>
          <Performances parts={parts} view={view} />
        </details>
      )}
    </article>
  )
}

/** With which order it was cancelled, what it renews, and what renews it. */
const Relations = ({ line, view }: Omit<Props, 'parts'>) => {
  const { linkTo, names, orders, originLines, renewedLines, text } = view
  const cancellation = line.cancelledBy && orders.find(({ id }) => id === idOf(line.cancelledBy))
  const origin = originLines.find(({ id }) => line.originLine && id === idOf(line.originLine))
  const renewals = renewedLines.filter(({ originLine }) => idOf(originLine) === line.id)
  const links = [
    origin && { key: 'renewedFrom', target: origin.file },
    ...renewals.map(({ file }) => ({ key: 'renewedInto', target: file })),
  ].filter((link) => link && names.get(slugs.files, link.target))
  if (!cancellation && !links.length) return null
  return (
    <ul className="purchase__relations">
      {cancellation && <li>{text('cancelledWith', { number: cancellation.number })}</li>}
      {links.map(
        (link) =>
          link && (
            <li key={`${link.key}:${idOf(link.target)}`}>
              <Link href={linkTo(slugs.files, link.target)} prefetch={false}>
                {text(link.key, { number: names.get(slugs.files, link.target)?.number })}
              </Link>
            </li>
          ),
      )}
    </ul>
  )
}

const Performances = ({ parts, view }: Omit<Props, 'line'>) => {
  const { names, option, performance, text } = view
  const startOf = (part: Found) => names.get(slugs.performances, part.performance)?.startsAt ?? ''
  const inTime = [...parts].sort((one, other) => startOf(one).localeCompare(startOf(other)))
  return (
    <table className="file-page__table">
      <thead>
        <tr>
          <th scope="col">{text('date')}</th>
          <th scope="col">{text('performance')}</th>
          <th scope="col">{text('seat')}</th>
          <th scope="col">{text('state')}</th>
        </tr>
      </thead>
      <tbody>
        {inTime.map((part) => {
          const title = names.titleOf(slugs.performances, part.performance)
          return (
            <tr key={part.id}>
              <td>{startOf(part) && performance(startOf(part))}</td>
              <th scope="row">{part.state === 'cancelled' ? <del>{title}</del> : title}</th>
              <td>{names.titleOf(slugs.seats, part.seat) ?? '–'}</td>
              <td>
                <StateBadge label={option(slugs.lines, 'state', part.state)} state={part.state} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
