import { Link } from '@payloadcms/ui'

import type { ExpiringCard } from '../operations/loadForecast'
import type { View } from './createView'

import { slugs } from '../../../collections/slugs'

type Props = {
  cards: ExpiringCard[]
  /** Whether the reader may send links. */
  maySend: boolean
  view: View
}

/** Stored cards that are no longer good when an instalment is due: whose, which, when and how much. */
export const ForecastTable = ({ cards, maySend, view }: Props) => {
  const { day, linkTo, text } = view
  const hasBoxes = maySend && cards.some(({ askedAt }) => !askedAt)
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            {hasBoxes && <td />}
            {['contact', 'card', 'due', 'amount', 'file', 'asked'].map((key) => (
              <th key={key} scope="col">
                {text(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map(
            ({ id, amount, askedAt, card, contact, currency, dueAt, file, further, timeZone }) => (
              <tr key={id}>
                {hasBoxes && (
                  <td>
                    {!askedAt && (
                      <input
                        aria-label={text('tickCard', { name: contact.name, card })}
                        name="cards"
                        type="checkbox"
                        value={id}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <Link href={linkTo(slugs.contacts, contact.id)} prefetch={false}>
                    {contact.name}
                  </Link>
                </th>
                <td>{card}</td>
                <td>
                  {day(dueAt, timeZone)}
                  {further > 0 && <small>{text('andMore', { count: further })}</small>}
                </td>
                <td className="failed-payments__figure">{view.amount(amount, currency)}</td>
                <td>
                  {file && (
                    <Link href={linkTo(slugs.files, file.id)} prefetch={false}>
                      {file.number}
                    </Link>
                  )}
                </td>
                <td className="failed-payments__figure">
                  {askedAt ? day(askedAt, timeZone) : '–'}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
