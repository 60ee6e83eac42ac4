const DELIMITERS = [';', '\t', ','] as const

export type Delimiter = (typeof DELIMITERS)[number]

/**
 * What stands between the cells, told by the first line with content: the sign that is there most often, outside quotes.
 *
 * @param beginning the first characters of the file
 * @returns the sign, and how many characters to skip (the line `sep=;` which Excel understands)
 */
export const detectDelimiter = (beginning: string): { delimiter: Delimiter; skip: number } => {
  const told = /^sep=([;,\t])(?:\r\n|\r|\n)/i.exec(beginning)
  if (told) return { delimiter: told[1] as Delimiter, skip: told[0].length }
  const counts = new Map<string, number>(DELIMITERS.map((sign) => [sign, 0]))
  let isQuoted = false
  let hasContent = false
  for (const sign of beginning) {
    if (sign === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (sign === '\n' || sign === '\r') {
      if (hasContent) break
    } else hasContent = true
    if (counts.has(sign)) counts.set(sign, counts.get(sign)! + 1)
  }
  const delimiter = DELIMITERS.reduce((best, sign) =>
    counts.get(sign)! > counts.get(best)! ? sign : best,
  )
  return { delimiter, skip: 0 }
}
