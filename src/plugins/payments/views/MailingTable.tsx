import { Link } from '@payloadcms/ui'

import type { View } from './createView'
import type { Mailing } from './loadMailings'

import { paymentSlugs } from '../collections/slugs'

/** What is counted, in the order in which it happens, and its heading. */
const FIGURES = [
  ['sent', 'mailingSent'],
  ['bounced', 'mailingBounced'],
  ['opened', 'mailingOpened'],
  ['stored', 'mailingStored'],
  ['paid', 'mailingPaid'],
] as const

type Props = { mailings: Mailing[]; view: View }

/** What came of the latest mailings: how many were sent, did not arrive, were opened, and brought a card or the money. */
export const MailingTable = ({ mailings, view }: Props) => {
  const { linkTo, text } = view
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            {['mailing', ...FIGURES.map(([, heading]) => heading)].map((key) => (
              <th key={key} scope="col">
                {text(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mailings.map((mailing) => (
            <tr key={mailing.id}>
              <th scope="row">
                <Link href={linkTo(paymentSlugs.mailings, mailing.id)} prefetch={false}>
                  {mailing.name}
                </Link>
              </th>
              {FIGURES.map(([figure]) => (
                <td className="failed-payments__figure" key={figure}>
                  {mailing[figure]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
