import type { ReturnText } from '../../../../utilities/bank/returns/returnReason'

import { returnSentences } from '../../../../translations/bankReasons'

type Texts = { nextSteps: Record<string, string>; sentences: Record<string, string> }

/** What the bank says, and what to do: each reason is two sentences, of which the page of failed payments shows one below the other. */
const parted = (sentences: Record<ReturnText, string>): Texts => {
  const texts: Texts = { nextSteps: {}, sentences: {} }
  for (const [code, sentence] of Object.entries(sentences)) {
    const [said = '', ...todo] = sentence.split(/(?<=\.) /)
    texts.sentences[code] = said
    texts.nextSteps[code] = todo.join(' ')
  }
  return texts
}

/** Causes that a bank names when a direct debit comes back. */
export const bankCauses = {
  de: parted(returnSentences.de),
  en: parted(returnSentences.en),
  fr: parted(returnSentences.fr),
}
