import type { Language } from '../../utilities/languages'
import type { MailKind } from './mailKinds'
import type { RichNode, RichText } from './richText'

import { piecesOf } from './placeholders'
import { childrenOf, webAddress } from './richText'

/** What fills the placeholders. Plain text; line breaks in it are kept in the body. */
export type MailValues = Record<string, string>

export type RenderedMail = { html: string; subject: string; text: string }

type Context = { kind: MailKind; values: MailValues }
/** A part of a mail in both forms. */
type Rendered = { html: string; text: string }

const SUBJECT_LENGTH = 200
/** Bits of `format` on a text node, in the order in which they are put around it. */
const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [8, 'u'],
] as const

/**
 * Makes a mail out of a text and values, as HTML and as plain text. Values are shown as they are: markup and placeholders in them
 * are only characters. Links lead to http and https only; what else the text may hold (images, scripts, foreign nodes) is left out, and the
 * words in it stay.
 */
export const renderMail = ({
  body,
  kind,
  language,
  subject,
  values,
}: {
  body: RichText
  kind: MailKind
  language: Language
  subject: string
  values: MailValues
}): RenderedMail => {
  const context = { kind, values }
  const { html, text } = renderAll(childrenOf(body.root), context)
  return {
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="font-family:sans-serif;line-height:1.5">${html}</body></html>`,
    subject: inOneLine(
      piecesOf(subject, kind)
        .map((piece) => ('text' in piece ? piece.text : (values[piece.placeholder] ?? '')))
        .join(''),
    ).slice(0, SUBJECT_LENGTH),
    text: `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`,
  }
}

const renderAll = (nodes: RichNode[], context: Context): Rendered => {
  const parts = nodes.map((node) => render(node, context))
  return {
    html: parts.map(({ html }) => html).join(''),
    text: parts.map(({ text }) => text).join(''),
  }
}

const render = (node: RichNode, context: Context): Rendered => {
  if (node.type === 'text') return renderText(node, context)
  if (node.type === 'linebreak') return { html: '<br>', text: '\n' }
  if (node.type === 'tab') return { html: ' ', text: '\t' }
  if (node.type === 'horizontalrule') return { html: '<hr>', text: '\n---\n\n' }
  if (node.type === 'list') return renderList(node, context)
  const inside = renderAll(childrenOf(node), context)
  const { html, text } = inside
  switch (node.type) {
    case 'autolink':
    case 'link': {
      const address = webAddress(node.fields?.url)
      if (!address) return inside
      return {
        html: `<a href="${escapeHTML(address)}">${html}</a>`,
        text: text === address ? text : `${text} (${address})`,
      }
    }
    case 'heading': {
      const tag = /^h[1-6]$/.test(String(node.tag)) ? String(node.tag) : 'h2'
      return { html: `<${tag}>${html}</${tag}>`, text: `${text}\n\n` }
    }
    case 'paragraph':
      // A line that held only what this mail has nothing to say about.
      if (!text.trim() && childrenOf(node).length) return { html: '', text: '' }
      return { html: `<p>${html}</p>`, text: `${text}\n\n` }
    case 'quote':
      return { html: `<blockquote>${html}</blockquote>`, text: `${text}\n\n` }
    default:
      return inside
  }
}

const renderList = (node: RichNode, context: Context): Rendered => {
  const isNumbered = node.listType === 'number'
  const items = childrenOf(node).map((item) => renderAll(childrenOf(item), context))
  const tag = isNumbered ? 'ol' : 'ul'
  return {
    html: `<${tag}>${items.map(({ html }) => `<li>${html}</li>`).join('')}</${tag}>`,
    text: `${items.map(({ text }, i) => `${isNumbered ? `${i + 1}.` : '-'} ${text.trim()}`).join('\n')}\n\n`,
  }
}

const renderText = (node: RichNode, { kind, values }: Context): Rendered => {
  if (typeof node.text !== 'string') return { html: '', text: '' }
  const links = new Set(kind.placeholders.filter((one) => one.isLink).map(({ name }) => name))
  const parts = piecesOf(node.text, kind).map((piece): Rendered => {
    if ('text' in piece) return shown(piece.text)
    const value = values[piece.placeholder] ?? ''
    const address = links.has(piece.placeholder) ? webAddress(value) : undefined
    return address
      ? { html: `<a href="${escapeHTML(address)}">${escapeHTML(address)}</a>`, text: address }
      : shown(value)
  })
  const format = Number(node.format) || 0
  return {
    html: FORMATS.filter(([bit]) => format & bit).reduce(
      (inside, [, tag]) => `<${tag}>${inside}</${tag}>`,
      parts.map(({ html }) => html).join(''),
    ),
    text: parts.map(({ text }) => text).join(''),
  }
}

/** Text that is nothing but text. */
const shown = (value: string): Rendered => {
  const text = withoutControls(value)
  return { html: escapeHTML(text).replace(/\n/g, '<br>'), text }
}

const ESCAPES: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

const escapeHTML = (text: string): string => text.replace(/["&'<>]/g, (sign) => ESCAPES[sign]!)

/** Line breaks and tabs stay; other controls and the signs that turn the reading direction would hide what a mail says. */
const withoutControls = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')

const inOneLine = (text: string): string => withoutControls(text).replace(/\s+/g, ' ').trim()
