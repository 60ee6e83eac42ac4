import type { Provider } from '../types'

import { escape, page } from './html'

const SHOWN = 25

/** What the provider did last, for people who try the demo. */
export const ledgerPage = ({ clock, store }: Provider): string => {
  const table = (title: string, sql: string) => {
    const rows = store.all<Record<string, unknown>>(`${sql} LIMIT ${SHOWN}`)
    if (!rows.length) return `<h2>${title}</h2><p class="note">None yet.</p>`
    const names = Object.keys(rows[0]!)
    const cell = (value: unknown) =>
      typeof value === 'number' ? `<td class="number">${value}</td>` : `<td>${escape(value)}</td>`
    return `<h2>${title}</h2><table><thead><tr>${names.map((name) => `<th>${escape(name)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${names.map((name) => cell(row[name])).join('')}</tr>`).join('')}</tbody></table>`
  }
  return page({
    body: `<main class="wide">
<h1>Fake payment provider</h1>
<p class="note">It imitates a card service for tests and demonstrations: no money moves. Its clock says ${escape(clock.iso())}.
Amounts are in the smallest unit of their currency. Everything: <a href="/ledger">ledger</a>, <a href="/ledger/summary">summary</a>.</p>
${table('Charges', `SELECT createdAt AS "when", merchant, reference, amount, currency, status, code, customer FROM charges ORDER BY rowid DESC`)}
${table('Refunds', `SELECT createdAt AS "when", merchant, reference, amount, currency, status FROM refunds ORDER BY rowid DESC`)}
${table('Set-ups', `SELECT createdAt AS "when", merchant, reference, kind, customer, state, code FROM setups ORDER BY rowid DESC`)}
${table('Webhooks', `SELECT number, merchant, kind, reference, state, attempts, lastAnswer AS "last answer" FROM webhooks ORDER BY number DESC`)}
</main>`,
    language: 'en',
    title: 'Fake payment provider',
  })
}
