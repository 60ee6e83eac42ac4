import type { Translate } from '../../../utilities/explain'
import type { CardPlace } from '../parsing/findCards'

/** More would not help anybody to find the rest. */
const MOST_PLACES = 5

/**
 * Where a file holds card numbers, in words: “Card” (line 2, 3, 4 and 497 more); “Remarks” (line 17).
 *
 * @param isNameOne whether the name of the file is one
 */
export const describeCards = ({
  isNameOne,
  places,
  t,
}: {
  isNameOne: boolean
  places: CardPlace[]
  t: Translate
}): string => {
  const text = (key: string, values?: Record<string, number | string>) =>
    t(`subscriberImport:cards:${key}`, values)
  const describe = ({ column, count, lines, sheet }: CardPlace): string => {
    if (column === null) return text('beside')
    const more = count - lines.length
    return text(sheet === null ? 'column' : 'columnOfSheet', {
      column,
      lines: more ? text('andMore', { count: more, lines: lines.join(', ') }) : lines.join(', '),
      sheet: sheet ?? '',
    })
  }
  return [
    ...(isNameOne ? [text('name')] : []),
    ...places.slice(0, MOST_PLACES).map(describe),
    ...(places.length > MOST_PLACES ? ['…'] : []),
  ].join('; ')
}
