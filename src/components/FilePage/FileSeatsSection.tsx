import type { SeatChoice } from './FileSeats'
import type { FileView } from './types'

import { slugs } from '../../collections/slugs'
import { idOf } from '../../utilities/idOf'
import { FileSeats } from './FileSeats'
import { Section } from './Section'

/** The file's seats in the hall; nothing for a file without numbered seats. */
export const FileSeatsSection = ({ view }: { view: FileView }) => {
  const choices = choicesOf(view)
  if (!choices.length) return null
  return (
    <Section id="seats" title={view.text('seatMap:title')}>
      <FileSeats choices={choices} fileID={view.file.id} />
    </Section>
  )
}

/** First each subscription as a whole, then each performance in time. */
const choicesOf = ({ lines, names, performance, text }: FileView): SeatChoice[] => {
  const seated = lines.filter(({ seat, state }) => seat && state !== 'cancelled')
  const distinct = (field: string, from: typeof lines) => [
    ...new Set(from.flatMap((line) => (line[field] ? idOf(line[field]) : []))),
  ]
  const subscriptions = distinct(
    'subscription',
    seated.filter(({ kind }) => kind === 'subscription'),
  )
  const performances = distinct('performance', seated)
    .map((id) => names.get(slugs.performances, id))
    .filter((found) => found !== undefined)
    .sort((one, other) => String(one.startsAt).localeCompare(String(other.startsAt)))
  return [
    ...subscriptions.map((id) => ({
      label: text('seatMap:all', { subscription: names.titleOf(slugs.subscriptions, id) ?? '' }),
      query: `subscription=${id}`,
    })),
    ...performances.map(({ id, name, startsAt }) => ({
      label: `${performance(startsAt)} · ${name}`,
      query: `performance=${id}`,
    })),
  ]
}
