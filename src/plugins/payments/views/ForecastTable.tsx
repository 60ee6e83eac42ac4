import { Link } from '@payloadcms/ui'

import type { View } from './createView'
import type { ExpiringCard } from './loadForecast'

import { slugs } from '../../../collections/slugs'

type Props = { cards: ExpiringCard[]; view: View }

/** Stored cards that are no longer good when an instalment is due: whose, which, when and how much. */
export const ForecastTable = ({ cards, view }: Props) => {
  const { day, linkTo, text } = view
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            {['contact', 'card', 'due', 'amount', 'file'].map((key) => (
              <th key={key} scope="col">
                {text(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map(({ id, amount, card, contact, currency, dueAt, file, further, timeZone }) => (
            <tr key={id}>
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
