import type { FileLedger, Finding } from './types'

/** How the lines of a file hang together: orders, parents, cancellations, tickets. */
export const checkLines = ({ lines, orders, tickets }: FileLedger): Finding[] => {
  const findings: Finding[] = []
  const orderIDs = new Set(orders.map(({ id }) => id))
  const lineByID = new Map(lines.map((line) => [line.id, line]))
  const say = (collection: string, id: string, code: Finding['code'], values: Partial<Finding>) =>
    findings.push({ actual: null, expected: null, ...values, id, code, collection })

  for (const { id, cancelledBy, kind, order, parent: parentID, state } of lines) {
    if (!orderIDs.has(order)) say('lines', id, 'orderElsewhere', { actual: order })
    // A cancelled line names the order that took it back, and no other line does.
    const isTakenBack = Boolean(cancelledBy && orderIDs.has(cancelledBy))
    if ((state === 'cancelled') !== isTakenBack || (cancelledBy && !isTakenBack))
      say('lines', id, 'cancelledBy', { actual: cancelledBy, expected: state })
    if (kind !== 'performance') continue
    const parent = parentID ? lineByID.get(parentID) : undefined
    if (!parent || parent.kind === 'performance')
      say('lines', id, 'parentMissing', { actual: parentID })
    else if (parent.state !== state)
      say('lines', id, 'parentState', { actual: state, expected: parent.state })
  }
  for (const { id, line: lineID, state } of tickets) {
    const line = lineByID.get(lineID)
    if (!line) say('tickets', id, 'ticketElsewhere', { actual: lineID })
    else if (line.state === 'cancelled' && state !== 'void')
      say('tickets', id, 'ticketValid', { actual: state, expected: 'void' })
  }
  return findings
}
