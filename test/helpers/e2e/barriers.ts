import type { Page } from 'puppeteer-core'

import { findBarriers, waitUntil } from '../browser'

/** What axe finds in Payload's own markup, by kind of page; our own parts are looked at without exceptions, see `ours`. */
const OF_PAYLOAD = {
  /** Dashboard: the "edit layout" picker has no label, and the cards have neither heading of level one nor landmark. */
  dashboard: ['aria-hidden-focus', 'label', 'landmark-one-main', 'page-has-heading-one', 'region'],
  /** Every document: tabs are a list of links without items, the title stands outside of the landmarks. */
  document: ['list', 'region'],
  /** Forms as well: arrows of pickers, dots of menus and handles of rows have no name; pickers no label. */
  form: [
    'aria-command-name',
    'aria-hidden-focus',
    'button-name',
    'label',
    'label-title-only',
    'list',
    'nested-interactive',
    'region',
  ],
  /** A form with formatted text and tables of what belongs to it: as `richText`, and the tables begin with a heading of level four. */
  joins: [
    'aria-command-name',
    'aria-hidden-focus',
    'aria-input-field-name',
    'button-name',
    'color-contrast',
    'heading-order',
    'label',
    'label-title-only',
    'list',
    'nested-interactive',
    'region',
  ],
  /** Log-in: nothing stands in a landmark. */
  login: ['landmark-one-main', 'page-has-heading-one', 'region'],
  page: [],
  /** A form with tabs and formatted text: the text has no name, and what is pale in both is too pale. */
  richText: [
    'aria-command-name',
    'aria-hidden-focus',
    'aria-input-field-name',
    'button-name',
    'color-contrast',
    'label',
    'label-title-only',
    'list',
    'nested-interactive',
    'region',
  ],
} satisfies Record<string, string[]>

/**
 * Looks for barriers on a page of the panel, once messages of what was done before have passed by: one that fades is measured half
 * transparent.
 *
 * @param ours the parts of the page that are this project's own: there no rule is ignored
 * @returns what is in the way, nothing when all is well
 */
export const barriersOn = async (
  page: Page,
  { kind, ours = [] }: { kind: keyof typeof OF_PAYLOAD; ours?: string[] },
): Promise<string[]> => {
  await waitUntil(page, () => !document.querySelector('[data-sonner-toast]'))
  const found = await findBarriers(page, { ignored: OF_PAYLOAD[kind] })
  const inOurs = await page.evaluate(async (places) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          where: object,
          options: object,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
      }
    }
    const all: string[] = []
    for (const place of places) {
      const { violations } = await axe.run(
        { include: [[place]] },
        { rules: { region: { enabled: false } } },
      )
      for (const { id, nodes } of violations) all.push(`${place}: ${id}: ${nodes[0]!.html}`)
    }
    return all
  }, ours)
  return [...found, ...inOurs]
}
