import type { ReactNode } from 'react'

import type { FileView } from './types'

import { slugs } from '../../collections/slugs'
import { StateBadge } from '../StateBadge'

type Props = { actions: ReactNode; view: FileView }

/** The answer at one look: how it stands, where it belongs, what is due; and what can be done now. */
export const FileHeader = ({ actions, view }: Props) => {
  const { amount, day, file, isoDay, names, option, text } = view
  // Until the end of the day, wherever the clock of the server is.
  const isOverdue =
    file.balance > 0 &&
    Boolean(file.paymentDeadline) &&
    isoDay(new Date()) > isoDay(file.paymentDeadline)
  const facts = [
    [text('site'), names.titleOf(slugs.sites, file.site)],
    [text('season'), names.titleOf(slugs.seasons, file.season)],
    [text('channel'), names.titleOf(slugs.salesChannels, file.channel)],
    [text('oldNumber'), file.externalNumber],
  ].filter(([, value]) => value)
  return (
    <div className="file-page__header">
      <div className="file-page__standing">
        <StateBadge
          label={option(slugs.files, 'status', file.status)}
          size="large"
          state={file.status}
        />
        <p className="file-page__due">
          {file.balance < 0 ? text('credit') : text('due')}{' '}
          <strong>{amount(Math.abs(file.balance))}</strong>
        </p>
        {file.paymentDeadline && file.balance > 0 && (
          <p className={isOverdue ? 'file-page__overdue' : undefined}>
            {text(isOverdue ? 'deadlinePassed' : 'deadline', { date: day(file.paymentDeadline) })}
          </p>
        )}
      </div>
      <dl className="file-page__facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {actions}
    </div>
  )
}
