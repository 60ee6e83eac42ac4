import { Link } from '@payloadcms/ui'

import type { FileView, Found } from './types'

import { slugs } from '../../collections/slugs'
import { Section } from './Section'

/** Every operation on the file, the newest first: what, who asked for it and why, who entered it. */
export const OrdersSection = ({ view }: { view: FileView }) => {
  const { amount, linkTo, moment, option, orders, text } = view
  return (
    <Section id="orders" title={text('orders')}>
      <table className="file-page__table">
        <thead>
          <tr>
            <th scope="col">{text('number')}</th>
            <th scope="col">{text('when')}</th>
            <th scope="col">{text('kind')}</th>
            <th scope="col">{text('requestedBy')}</th>
            <th scope="col">{text('reason')}</th>
            <th scope="col">{text('enteredBy')}</th>
            <th className="file-page__figure" scope="col">
              {text('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {orders.map((order) => (
            <tr key={order.id}>
              <th scope="row">
                <Link href={linkTo(slugs.orders, order)} prefetch={false}>
                  {order.number}
                </Link>
              </th>
              <td>{moment(order.createdAt)}</td>
              <td>{option(slugs.orders, 'kind', order.kind)}</td>
              <td>{option(slugs.orders, 'requestedBy', order.requestedBy)}</td>
              <td>{causeOf(order, view) ?? '–'}</td>
              <td>{enteredBy(order, view)}</td>
              <td className="file-page__figure">{amount(order.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

/** A cause is a code that operations set, or the words somebody typed. */
const causeOf = ({ cause }: Found, { i18n }: FileView): string | undefined =>
  cause && (i18n.translations.reprise.filePage.causes[cause] ?? cause)

const enteredBy = (order: Found, { linkTo, names, text }: FileView) => {
  const run = names.get(slugs.runs, order.run)
  const person = names.titleOf(slugs.users, order.user)
  if (!run) return person ?? text('system')
  return (
    <>
      {person && <>{person}, </>}
      <Link href={linkTo(slugs.runs, run)} prefetch={false}>
        {run.title}
      </Link>
    </>
  )
}
