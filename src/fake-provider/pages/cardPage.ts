import type { FormError, Typed } from '../setups'
import type { StoredSetup } from '../types'

import { returnAddress } from '../setups'
import { TEST_CARDS, TEST_IBANS } from '../testMeans'
import { cardPageTexts } from './cardPageTexts'
import { escape, page } from './html'

/** The page on which a customer stores a card or account, in their language. */
export const cardPage = ({
  error,
  setup,
  typed = {},
}: {
  error?: FormError
  setup: StoredSetup
  /** Shown again beside an error, but for the number. */
  typed?: Typed
}): string => {
  const texts = cardPageTexts[setup.language]
  const { kind } = setup
  const title = escape(texts.form[kind])
  if (setup.state !== 'open')
    return page({
      body: `<main><h1>${title}</h1>
<p>${escape(setup.state === 'completed' ? texts.stored : texts.failed)}</p>
<p><a href="${escape(returnAddress(setup))}">${escape(texts.goBack)}</a></p></main>`,
      language: setup.language,
      title,
    })
  const field = (name: string, label: string, attributes: string) =>
    `<label for="${name}">${escape(label)}</label><input id="${name}" name="${name}" ${attributes}${
      error && FIELDS[error] === name ? ' aria-invalid="true" aria-describedby="error"' : ''
    }>`
  const rows = (kind === 'card' ? TEST_CARDS : TEST_IBANS).map(
    ({ behaviour, number, refused }) =>
      `<tr><td><code>${escape(number.replace(/(.{4})(?=.)/g, '$1 '))}</code></td><td>${escape(
        texts.behaviours[refused ? 'refused' : behaviour.outcome],
      )}</td></tr>`,
  )
  return page({
    body: `<main>
<h1>${title}</h1>
<p class="note">${escape(texts.warning)}</p>
${error ? `<p class="error" id="error" role="alert">${escape(texts.errors[error])}</p>` : ''}
<form method="post" autocomplete="off">
${field('number', kind === 'card' ? texts.cardNumber : texts.accountNumber, `${kind === 'card' ? 'inputmode="numeric" ' : ''}maxlength="42"`)}
${kind === 'card' ? field('expiry', `${texts.expiry} (${texts.expiryHint})`, `maxlength="9" value="${escape(typed.expiry)}"`) : ''}
${field('name', texts.name[kind], `maxlength="100" value="${escape(typed.name)}"`)}
${kind === 'sepa' ? `<p class="note">${escape(texts.mandate)}</p>` : ''}
<button class="first" name="action" value="save">${escape(texts.save)}</button>
<button name="action" value="cancel">${escape(texts.cancel)}</button>
<button name="action" value="refuse">${escape(texts.refuse)}</button>
</form>
<h2>${escape(texts.testCards[kind])}</h2>
<table>${rows.join('')}</table>
</main>`,
    language: setup.language,
    title,
  })
}

/** The field that an error is about. */
const FIELDS: Record<FormError, string> = {
  name: 'name',
  expired: 'expiry',
  expiry: 'expiry',
  number: 'number',
  refused: 'number',
}

/** For an address that leads nowhere; nobody knows in which language. */
export const noSuchPage = (): string =>
  page({
    body: `<main>${Object.entries(cardPageTexts)
      .map(([language, { notFound }]) => `<p lang="${language}">${escape(notFound)}</p>`)
      .join('')}</main>`,
    language: 'en',
    title: '404',
  })
