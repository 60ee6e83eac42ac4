import type { DocumentViewServerProps, PayloadRequest } from 'payload'

import { getTranslation } from '@payloadcms/translations'
import { Gutter, Link } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { notFound } from 'next/navigation'

import { isPermitted } from '../../access/ofOwnInstitution'
import { slugs } from '../../collections/slugs'
import { formatAmount } from '../../utilities/formatAmount'
import { formatMoment } from '../../utilities/formatMoment'
import { DocumentHeading } from '../DocumentHeading'
import { createNames } from '../FilePage/createNames'
import { describeChanges } from '../FilePage/describeChanges'
import type { Found } from '../FilePage/types'

import '../FilePage/index.scss'

/** One entry of the journal: who changed what and when, with each value before and after in words. */
export const JournalPage = async ({
  doc,
  i18n,
  initPageResult,
  payload,
}: DocumentViewServerProps) => {
  const { req } = initPageResult
  if (!req.user || !doc?.id || !isPermitted(req, slugs.journal, 'read')) return notFound()
  const [entry] = await find(req, slugs.journal, [String(doc.id)])
  if (!entry) return notFound()
  const names = await namesFor(req, entry)
  const site = names.get(slugs.sites, entry.site)
  const { language } = i18n
  const timeZone = site?.timeZone ?? 'UTC'
  const text = (key: string, values?: Record<string, number | string>) =>
    i18n.t(`reprise:filePage:${key}` as never, values as never)
  const noun = payload.collections[entry.noun]?.config
  const address = (collection: string, id: string) =>
    formatAdminURL({
      adminRoute: payload.config.routes.admin,
      path: `/collections/${collection}/${id}`,
    })
  const changes = describeChanges(entry, {
    amount: (amount) =>
      formatAmount({ amount, currency: entry.after?.currency ?? site?.currency, language }),
    day: (at) => formatMoment({ at, language, style: 'day', timeZone }),
    i18n,
    moment: (at) => formatMoment({ at, language, timeZone }),
    names,
    payload,
    text,
  })
  const run = names.get(slugs.runs, entry.run)
  const option = payload.collections[slugs.journal].config.flattenedFields
    .flatMap((field) => (field.name === 'action' && 'options' in field ? field.options : []))
    .find((one) => typeof one === 'object' && one.value === entry.action)
  const facts = [
    [text('when'), formatMoment({ at: entry.createdAt, language, timeZone })],
    [text('who'), entry.userName ?? text('system')],
    [text('what'), typeof option === 'object' && getTranslation(option.label as string, i18n)],
    [
      noun ? getTranslation(noun.labels.singular as string, i18n) : entry.noun,
      noun && entry.action !== 'delete' ? (
        <Link href={address(entry.noun, entry.document)} key="document" prefetch={false}>
          {entry.documentTitle || entry.document}
        </Link>
      ) : (
        entry.documentTitle
      ),
    ],
    [text('site'), site?.name],
    [
      run && text('byRun'),
      run && (
        <Link href={address(slugs.runs, run.id)} key="run" prefetch={false}>
          {run.title}
        </Link>
      ),
    ],
  ].filter(([, value]) => value)
  return (
    <main>
      <DocumentHeading
        collectionSlug={slugs.journal}
        id={entry.id}
        pluralLabel={payload.collections[slugs.journal].config.labels.plural}
        useAsTitle="documentTitle"
      />
      <Gutter className="file-page">
        <dl className="file-page__facts">
          {facts.map(([label, value]) => (
            <div key={String(label)}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {changes.length > 0 ? (
          <table className="file-page__table">
            <thead>
              <tr>
                <th scope="col">{text('what')}</th>
                <th scope="col">{text('before')}</th>
                <th scope="col">{text('after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map(({ after, before, label }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{before ?? '–'}</td>
                  <td>{after ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p>{text('noChanges')}</p>
        )}
      </Gutter>
    </main>
  )
}

/** Reads as the person; what is out of reach is not there. */
const find = async (req: PayloadRequest, collection: string, ids: string[]): Promise<Found[]> => {
  if (!ids.length || !isPermitted(req, collection, 'read')) return []
  const { docs } = await req.payload.find({
    collection: collection as 'sites',
    depth: 0,
    overrideAccess: false,
    pagination: false,
    req,
    where: { id: { in: ids } },
  })
  return docs as Found[]
}

/** All that the entry, and the values before and after, point to. */
const namesFor = async (req: PayloadRequest, entry: Found) => {
  const names = createNames(req.payload)
  names.want({ collection: slugs.journal, docs: [entry] })
  names.want({ collection: entry.noun, docs: [entry.before ?? {}, entry.after ?? {}] })
  for (const collection of Object.keys(req.payload.collections))
    names.add({ collection, docs: await find(req, collection, names.wantedIn(collection)) })
  return names
}
