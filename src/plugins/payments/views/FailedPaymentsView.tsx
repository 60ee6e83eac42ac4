import type { AdminViewServerProps, PayloadRequest } from 'payload'

import { Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'

import { guardPage, PanelPage } from '../../../components/PanelPage'
import { paymentSlugs } from '../collections/slugs'
import { SendLinks } from '../components/SendLinks'
import '../components/index.scss'
import { loadForecast } from '../operations/loadForecast'
import { mayRemind } from '../operations/mayRemind'
import { CauseTable } from './CauseTable'
import { FailureTable } from './FailureTable'
import { ForecastTable } from './ForecastTable'
import { MailingTable } from './MailingTable'
import { createView } from './createView'
import { loadFailedPayments, ROWS } from './loadFailedPayments'
import { loadMailings } from './loadMailings'
import { mayOpenFailedPayments } from './mayOpenFailedPayments'

/** Failed payments by cause and one by one, to be worked through, and the cards that will fail next (manual 5). */
export const FailedPaymentsView = async (props: AdminViewServerProps) => {
  const {
    initPageResult: { req },
    searchParams,
  } = props
  const { i18n, payload } = req
  const { admin } = payload.config.routes
  await guardPage(props, () => mayOpenFailedPayments(req))
  const view = createView({ adminRoute: admin, i18n })
  const { text } = view
  const maySend = mayRemind(req)
  const cause = typeof searchParams?.cause === 'string' ? searchParams.cause : undefined
  const [{ failures, groups, hasMore }, forecast, mailings] = await Promise.all([
    loadFailedPayments({ cause, req: req as PayloadRequest }),
    loadForecast({ limit: ROWS, req: req as PayloadRequest }),
    loadMailings({ req: req as PayloadRequest }),
  ])
  return (
    <PanelPage className="failed-payments" nav={[{ label: text('title') }]} view={props}>
      <div className="failed-payments__header">
        <h1>{text('title')}</h1>
        <Link href={view.openList()} prefetch={false}>
          {text('openList')}
        </Link>
        <Link
          href={formatAdminURL({
            adminRoute: admin,
            path: `/collections/${paymentSlugs.failures}`,
          })}
          prefetch={false}
        >
          {text('toList')}
        </Link>
      </div>
      {groups.length > 0 && (
        <>
          <h2>{text('byCause')}</h2>
          <CauseTable chosen={cause} groups={groups} view={view} />
        </>
      )}
      <h2>{text('list')}</h2>
      {failures.length > 0 ? (
        <SendLinks
          hasAny={failures.some((failure) => failure.mayRemind)}
          name="failures"
          path="/payment/card-links"
        >
          <FailureTable failures={failures} view={view} />
        </SendLinks>
      ) : (
        <p>{text('empty')}</p>
      )}
      {hasMore && <p>{text('moreFailures', { count: ROWS })}</p>}
      {mailings.length > 0 && (
        <>
          <h2>{text('mailings')}</h2>
          <MailingTable mailings={mailings} view={view} />
        </>
      )}
      {forecast && (
        <>
          <h2>{text('forecast')}</h2>
          {forecast.cards.length > 0 ? (
            <>
              <p>{text('forecastHint')}</p>
              <SendLinks
                hasAny={maySend && forecast.cards.some(({ askedAt }) => !askedAt)}
                name="cards"
                path="/payment/expiring-cards"
              >
                <ForecastTable cards={forecast.cards} maySend={maySend} view={view} />
              </SendLinks>
            </>
          ) : (
            <p>{text('forecastEmpty')}</p>
          )}
          {forecast.hasMore && <p>{text('moreCards', { count: ROWS })}</p>}
        </>
      )}
    </PanelPage>
  )
}
