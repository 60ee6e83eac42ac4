import type { Language } from '../../../utilities/languages'
import type { CardPageTexts } from './cardPageTexts'

import { cardPageTexts } from './cardPageTexts'

/** What the customer of a link is shown; amounts are written out. */
export type CardPage = {
  house: string
  language: Language
  /** As little of the name as tells the right person that it is for them. */
  name: string
  /** What is owed, where the link came with a failed payment. */
  owed?: {
    amount: string
    file: string
    /** Whether storing the card charges it. */
    isChargedAtOnce: boolean
    /**
     * `notRenewed`: nothing was made of the renewal, so nothing is due; it can be tried again with another card. `reserved`: no card is
     * charged for it any more; the house waits for the money in another way.
     */
    state: 'charging' | 'notRenewed' | 'open' | 'paid' | 'reserved'
  }
} & (
  | { address: string; kind: 'going' }
  | { card: string; kind: 'stored' }
  | { kind: 'ask'; path: string; said?: 'failed' | 'unavailable' | 'unfinished' }
)

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

/** The page of a personal link, as HTML that needs no script. */
export const renderCardPage = (page: CardPage): string => {
  const { name, house, language, owed } = page
  const texts = cardPageTexts[language]
  const say = (key: keyof CardPageTexts, values: Record<string, string> = {}) =>
    escape(fill(texts[key], values))
  const title = page.kind === 'stored' ? say('thanks') : say('title')
  return html({
    body: `<p class="house">${escape(house)}</p>
<h1>${title}</h1>
<p>${say('forWhom', { name })}</p>
${page.kind === 'stored' ? stored(page, say) : page.kind === 'going' ? going(page, say) : ask(page, say, owed)}`,
    head:
      page.kind === 'going'
        ? `<meta http-equiv="refresh" content="0;url=${escape(page.address)}">`
        : '',
    language,
    title: `${title} · ${escape(house)}`,
  })
}

type Say = (key: keyof CardPageTexts, values?: Record<string, string>) => string

/** What is said of what is owed, before a card is stored and once it is. */
const ASKED = {
  charging: 'due',
  notRenewed: 'notRenewed',
  open: 'due',
  paid: 'paid',
  reserved: 'reserved',
} as const
const STORED = {
  charging: 'charging',
  notRenewed: 'renewAgain',
  open: 'later',
  paid: 'paid',
  reserved: 'reserved',
} as const

const stored = ({ card, owed }: { kind: 'stored' } & CardPage, say: Say): string =>
  `<p role="status">${say('yourCard', { card })}</p>
${owed ? `<p>${say(STORED[owed.state], { amount: owed.amount, file: owed.file })}</p>` : ''}`

const going = ({ address }: { kind: 'going' } & CardPage, say: Say): string =>
  `<p>${say('going')}</p>
<p><a href="${escape(address)}">${say('continue')}</a></p>`

const ask = (
  { path, said }: { kind: 'ask' } & CardPage,
  say: Say,
  owed: CardPage['owed'],
): string => `${said ? `<p class="said" role="alert">${say(said)}</p>` : ''}
${
  owed
    ? `<p>${say(ASKED[owed.state], { amount: owed.amount, file: owed.file })}${
        owed.isChargedAtOnce ? ` ${say('willBeCharged')}` : ''
      }</p>`
    : ''
}
<p>${say('byProvider')}</p>
<form method="post" action="${escape(path)}"><button>${say(said ? 'tryAgain' : 'store')}</button></form>`

/** One neutral sentence, whatever is wrong with a link: the same for what never was and for what is over. */
export const renderNotice = (language: Language, key: 'notThere' | 'tooMany'): string =>
  html({
    body: `<h1>${escape(cardPageTexts[language].title)}</h1>
<p>${escape(cardPageTexts[language][key])}</p>`,
    language,
    title: escape(cardPageTexts[language].title),
  })

const html = ({
  body,
  head = '',
  language,
  title,
}: {
  body: string
  head?: string
  language: Language
  title: string
}): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${head}
<title>${title}</title>
<style>
body { background: #f3f4f6; color: #1f2937; font: 1.0625rem/1.6 system-ui, sans-serif; margin: 0 }
main { background: #fff; border-radius: .5rem; box-shadow: 0 1px 4px #0002; margin: 3rem auto; max-width: 32rem; padding: 2rem }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem }
.house { color: #4b5563; margin: 0 0 .5rem }
.said { background: #fef2f2; border-left: 4px solid #b91c1c; padding: .5rem .75rem }
a { color: #1d4ed8 }
button { background: #1d4ed8; border: 0; border-radius: .375rem; color: #fff; cursor: pointer; font: inherit; font-weight: 600; min-height: 2.75rem; padding: .5rem 1.25rem }
button:hover { background: #1e40af }
:focus-visible { outline: 3px solid #b45309; outline-offset: 2px }
@media (max-width: 36rem) { main { border-radius: 0; margin: 0; min-height: 100vh; padding: 1.5rem } }
</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`
