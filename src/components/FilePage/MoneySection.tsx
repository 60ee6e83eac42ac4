import type { FileView } from './types'

import { slugs } from '../../collections/slugs'
import { StateBadge } from '../StateBadge'
import { Section } from './Section'

/** What the file costs, what is paid of it, and each payment. */
export const MoneySection = ({ view }: { view: FileView }) => {
  const { amount, day, file, option, payments, text } = view
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
          <tbody>
            {payments.map((payment) => (
              <tr key={payment.id}>
                <th scope="row">
                  {option(slugs.payments, 'method', payment.method)}
                  {payment.paidAt && <small>{day(payment.paidAt)}</small>}
                  {payment.instalments > 1 && (
                    <small>{text('instalments', { count: payment.instalments })}</small>
                  )}
                  {payment.mandateReference && (
                    <small>{text('mandate', { reference: payment.mandateReference })}</small>
                  )}
                </th>
                <td>
                  <StateBadge
                    label={option(slugs.payments, 'state', payment.state)}
                    state={payment.state}
                  />
                </td>
                <td className="file-page__figure">{amount(payment.amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
