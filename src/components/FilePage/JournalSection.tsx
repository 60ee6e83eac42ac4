import { Link } from '@payloadcms/ui'

import type { Change } from './describeChanges'
import type { FileView } from './types'

import { slugs } from '../../collections/slugs'
import { describeChanges } from './describeChanges'
import { Section } from './Section'

/** Who changed what, and when, in words. Only for roles that may read the journal. */
export const JournalSection = ({ view }: { view: FileView }) => {
  const { file, journal, journalHasMore, linkTo, moment, names, option, text } = view
  return (
    <Section id="journal" title={text('journal')}>
      {!journal.length && <p>{text('journalEmpty')}</p>}
      {journal.length > 0 && (
        <table className="file-page__table">
          <thead>
            <tr>
              <th scope="col">{text('when')}</th>
              <th scope="col">{text('who')}</th>
              <th scope="col">{text('what')}</th>
              <th scope="col">{text('changes')}</th>
            </tr>
          </thead>
          <tbody>
            {journal.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">{moment(entry.createdAt)}</th>
                <td>
                  {entry.userName ?? names.titleOf(slugs.users, entry.user) ?? text('system')}
                </td>
                <td>{option(slugs.journal, 'action', entry.action)}</td>
                <td>
                  <Changes changes={describeChanges(entry, view)} emptied={text('emptied')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {journalHasMore && (
        <p>
          <Link
            href={`${linkTo(slugs.journal, '')}?where[file][equals]=${file.id}`}
            prefetch={false}
          >
            {text('journalMore')}
          </Link>
        </p>
      )}
    </Section>
  )
}

const Changes = ({ changes, emptied }: { changes: Change[]; emptied: string }) => (
  <ul className="file-page__plain">
    {changes.map(({ after, before, label }) => (
      <li key={label}>
        <strong>{label}</strong> {before !== undefined && <>{before} → </>}
        {after ?? emptied}
      </li>
    ))}
  </ul>
)
