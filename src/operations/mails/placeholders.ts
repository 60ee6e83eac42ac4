import type { MailKind } from './mailKinds'

const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g

/** A piece of text as it was typed, or a gap to be filled. */
export type Piece = { placeholder: string } | { text: string }

/**
 * Takes a text apart at the placeholders of a mail; what only looks like one stays text. Values are put in afterwards, so
 * nothing in a value is ever taken for a placeholder.
 */
export const piecesOf = (text: string, { placeholders }: MailKind): Piece[] => {
  const names = new Set(placeholders.map(({ name }) => name))
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (!names.has(match[1]!)) continue
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) })
    pieces.push({ placeholder: match[1]! })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}

/** @returns the first thing in a text that looks like a placeholder and is none of the mail's */
export const unknownPlaceholderIn = (text: string, kind: MailKind): string | undefined => {
  for (const piece of piecesOf(text, kind)) {
    if (!('text' in piece)) continue
    const found = /\{\{[^{}]*\}?\}?|[^\s{}]*\}\}/.exec(piece.text)
    if (found) return found[0].slice(0, 60)
  }
  return undefined
}
