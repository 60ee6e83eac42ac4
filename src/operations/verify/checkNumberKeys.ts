import type { FileLedger, Finding } from './types'

/** The unique key of a number names the institution and the number. */
export const checkNumberKeys = ({ file, orders, tickets }: FileLedger): Finding[] =>
  [
    { collection: 'files', docs: [file] },
    { collection: 'orders', docs: orders },
    { collection: 'tickets', docs: tickets },
  ].flatMap(({ collection, docs }) =>
    docs.flatMap(({ id, number, numberKey }): Finding[] => {
      const expected = `${file.institution}:${number}`
      return numberKey === expected
        ? []
        : [{ id, actual: numberKey, code: 'numberKey', collection, expected }]
    }),
  )
