import { Link } from '@payloadcms/ui'

import type { View } from './createView'
import type { Mailing } from './loadMailings'

import { paymentSlugs } from '../collections/slugs'

type Props = { mailings: Mailing[]; view: View }

/** What came of the latest mailings: how many were sent, did not arrive, were opened, and brought a card or the money. */
export const MailingTable = ({ mailings, view }: Props) => {
  const { linkTo, text } = view
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            {[
              'mailing',
              'mailingSent',
              'mailingBounced',
              'mailingOpened',
              'mailingStored',
              'mailingPaid',
            ].map((key) => (
              <th key={key} scope="col">
                {text(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mailings.map(({ id, name, bounced, opened, paid, sent, stored }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={linkTo(paymentSlugs.mailings, id)} prefetch={false}>
                  {name}
                </Link>
              </th>
              {Object.entries({ bounced, opened, paid, sent, stored }).map(([figure, count]) => (
                <td className="failed-payments__figure" key={figure}>
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
