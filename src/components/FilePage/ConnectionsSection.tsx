import { Link } from '@payloadcms/ui'

import type { FileView, Found } from './types'

import { slugs } from '../../collections/slugs'
import { idOf } from '../../utilities/idOf'
import { Section } from './Section'

/** Where the file comes from, what became of it, and whether its customer sees it. */
export const ConnectionsSection = ({ view }: { view: FileView }) => {
  const { file, i18n, linkTo, names, originLines, renewedLines, shop, text } = view
  const run = names.get(slugs.runs, file.run)
  const channel = names.titleOf(slugs.salesChannels, file.channel) ?? ''
  const links = [
    ...filesOf(originLines, view).map((other) => ({ key: 'renewedFrom', other })),
    ...filesOf(renewedLines, view).map((other) => ({ key: 'renewedInto', other })),
  ]
  return (
    <>
      <Section id="shop" title={text('shop')}>
        <p className={shop.isVisible ? undefined : 'file-page__hidden'}>
          {i18n.t(
            `reprise:shopVisibility:${shop.code}` as never,
            { channel, shops: shop.shops.join(', ') } as never,
          )}
        </p>
      </Section>
      {(run || links.length > 0) && (
        <Section id="connections" title={text('connections')}>
          <ul className="file-page__plain">
            {links.map(({ key, other }) => (
              <li key={`${key}:${other.id}`}>
                <Link href={linkTo(slugs.files, other)} prefetch={false}>
                  {text(key, { number: other.number })}
                </Link>
                {other.season && <> ({names.titleOf(slugs.seasons, other.season)})</>}
              </li>
            ))}
            {run && (
              <li>
                <Link href={linkTo(slugs.runs, run)} prefetch={false}>
                  {text('run', { title: run.title })}
                </Link>
              </li>
            )}
          </ul>
        </Section>
      )}
    </>
  )
}

const filesOf = (lines: Found[], { names }: FileView): Found[] =>
  [...new Set(lines.map(({ file }) => idOf(file)))].flatMap(
    (id) => (names.get(slugs.files, id) as Found | undefined) ?? [],
  )
