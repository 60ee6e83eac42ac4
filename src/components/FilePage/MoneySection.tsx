import type { FileView, Found } from './types'

import { slugs } from '../../collections/slugs'
import { describeCard, describeMandate } from '../../operations/payments/describeMeans'
import { groupBy } from '../../utilities/groupBy'
import { idOf } from '../../utilities/idOf'
import { StateBadge } from '../StateBadge'
import { InstalmentRows } from './InstalmentRows'
import { Section } from './Section'

/** What the file costs, what is paid of it, and each payment with its instalments. */
export const MoneySection = ({ view }: { view: FileView }) => {
  const { amount, day, file, instalments, names, option, payments, text } = view
  const partsOf = groupBy(instalments, ({ payment }) => idOf(payment))
  return (
    <Section id="money" title={text('money')}>
      <dl className="file-page__sums">
        <div>
          <dt>{text('total')}</dt>
          <dd>{amount(file.total)}</dd>
        </div>
        <div>
          <dt>{text('paid')}</dt>
          <dd>{amount(file.paid)}</dd>
        </div>
        <div className="file-page__balance">
          <dt>{text('balance')}</dt>
          <dd>{amount(file.balance)}</dd>
        </div>
      </dl>
      <h3>{text('payments')}</h3>
      {!payments.length && <p>{text('noPayments')}</p>}
      {payments.length > 0 && (
        <table className="file-page__table">
          <thead>
            <tr>
              <th scope="col">{text('method')}</th>
              <th scope="col">{text('state')}</th>
              <th className="file-page__figure" scope="col">
                {text('amount')}
              </th>
            </tr>
          </thead>
          {payments.map((payment) => (
            <tbody key={payment.id}>
              <tr>
                <th scope="row">
                  {option(slugs.payments, 'method', payment.method)}
                  {payment.refundOf && payment.state !== 'reversed' && (
                    <small>{text('refund')}</small>
                  )}
                  {payment.paidAt && <small>{day(payment.paidAt)}</small>}
                  {payment.instalments > 1 && (
                    <small>{text('instalments', { count: payment.instalments })}</small>
                  )}
                  <Means names={names} payment={payment} text={text} />
                </th>
                <td>
                  <StateBadge
                    label={option(slugs.payments, 'state', payment.state)}
                    state={payment.state}
                  />
                </td>
                <td className="file-page__figure">{amount(payment.amount)}</td>
              </tr>
              <InstalmentRows parts={partsOf.get(payment.id) ?? []} view={view} />
            </tbody>
          ))}
        </table>
      )}
    </Section>
  )
}

/** The card or mandate that a payment is charged to, as far as the reader may know it. */
const Means = ({ names, payment, text }: { payment: Found } & Pick<FileView, 'names' | 'text'>) => {
  const card = names.get(slugs.aliases, payment.alias)
  const mandate = names.get(slugs.mandates, payment.mandate)
  const reference = mandate ? describeMandate(mandate) : payment.mandateReference
  return (
    <>
      {card && <small>{describeCard(card)}</small>}
      {reference && <small>{text('mandate', { reference })}</small>}
    </>
  )
}
