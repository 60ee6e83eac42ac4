import type { Page } from 'puppeteer-core'

/** Finds what should have been a text and is the name of one: "renewal:screens:start". */
export const rawKeysOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pattern =
      /\b(?:reprise|renewal|payments|subscriberImport|authentication|error|fields|general|localization|operators|upload|validation|version):[a-z]\w*(?::\w+)*/g
    const told = [
      document.title,
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
        ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
      ),
    ]
    return [...new Set(told.flatMap((text) => text.match(pattern) ?? []))]
  })
