import { Link } from '@payloadcms/ui'

import type { View } from './createView'
import type { FailedPayment } from './loadFailedPayments'

import { slugs } from '../../../collections/slugs'
import { ChargeAgainButton } from '../components/ChargeAgainButton'
import { SITE_PARAM } from '../components/proposeSite'
import { ReasonForm } from '../components/ReasonForm'

type Props = { failures: FailedPayment[]; view: View }

/** The failed payments one by one: who, why and what to do, how much, for which file, from what. */
export const FailureTable = ({ failures, view }: Props) => {
  const { cannotCharge, cause, day, linkTo, nextStep, text } = view
  const hasBoxes = failures.some(({ mayRemind }) => mayRemind)
  return (
    <div className="failed-payments__scroll">
      <table>
        <thead>
          <tr>
            {hasBoxes && <td />}
            {['contact', 'cause', 'amount', 'file', 'card', 'attempts', 'failedOn'].map((key) => (
              <th key={key} scope="col">
                {text(key)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {failures.map((failure) => {
            const amount = view.amount(failure.amount, failure.currency)
            return (
              <tr key={failure.id}>
                {hasBoxes && (
                  <td>
                    {failure.mayRemind && (
                      <input
                        aria-label={text('tick', { name: failure.contact.name })}
                        name="failures"
                        type="checkbox"
                        value={failure.id}
                      />
                    )}
                  </td>
                )}
                <th scope="row">
                  <Link
                    href={`${linkTo(slugs.contacts, failure.contact.id)}?${SITE_PARAM}=${failure.site}`}
                    prefetch={false}
                  >
                    {failure.contact.name}
                  </Link>
                  {failure.mayRemind && !failure.contact.hasEmail && (
                    <small>{text('noEmail')}</small>
                  )}
                </th>
                <td>
                  {cause(failure.cause)}
                  {failure.step === 'cause' && <small>{nextStep(failure.cause)}</small>}
                  {failure.step === 'charge' && <small>{text('chargeNewMeans')}</small>}
                  {failure.link && <small>{failure.link}</small>}
                </td>
                <td className="failed-payments__figure">{amount}</td>
                <td>
                  {failure.file && (
                    <Link href={linkTo(slugs.files, failure.file.id)} prefetch={false}>
                      {failure.file.number}
                    </Link>
                  )}
                </td>
                <td>
                  {failure.card ??
                    (failure.mandate ? text('mandate', { reference: failure.mandate }) : '–')}
                </td>
                <td className="failed-payments__figure">{failure.attempts}</td>
                <td className="failed-payments__figure">
                  {day(failure.failedAt, failure.timeZone)}
                </td>
                <td>
                  {failure.isCharging && text('beingCharged')}
                  {failure.cannotCharge && cannotCharge(failure.cannotCharge)}
                  {failure.mayCharge && (
                    <ChargeAgainButton
                      id={failure.id}
                      name={failure.contact.name}
                      amount={amount}
                    />
                  )}
                  {failure.mayClose && (
                    <ReasonForm
                      choices={[
                        {
                          body: [view.closeFailure],
                          path: `/payment/failures/${failure.id}/close`,
                          title: `${failure.contact.name}, ${amount}`,
                        },
                      ]}
                      name="closeFailure"
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
