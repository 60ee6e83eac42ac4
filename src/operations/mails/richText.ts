/** A node of Payload's rich text, as it lies in the database; nothing of it is taken on trust. */
export type RichNode = {
  type?: unknown
  children?: unknown
  fields?: { url?: unknown }
  format?: unknown
  listType?: unknown
  tag?: unknown
  text?: unknown
}

export type RichText = { root: RichNode }

/** The nodes below a node. */
export const childrenOf = (node: RichNode): RichNode[] =>
  Array.isArray(node.children)
    ? node.children.filter((child) => child && typeof child === 'object')
    : []

/** An address that a mail may link to: http and https only. */
export const webAddress = (url: unknown): string | undefined => {
  if (typeof url !== 'string' || !URL.canParse(url)) return undefined
  const { href, protocol } = new URL(url)
  return protocol === 'http:' || protocol === 'https:' ? href : undefined
}

/** Whether there is nothing in it to read. */
export const isEmptyText = (text: null | RichText | undefined): boolean =>
  !text?.root || !hasText(text.root)

const hasText = (node: RichNode): boolean =>
  (typeof node.text === 'string' && Boolean(node.text.trim())) || childrenOf(node).some(hasText)

/** Plain paragraphs, parted by empty lines, as rich text. */
export const toRichText = (text: string): RichText => ({
  root: {
    type: 'root',
    children: text
      .trim()
      .split(/\n{2,}/)
      .map((paragraph) => ({
        type: 'paragraph',
        children: paragraph
          .split('\n')
          .flatMap((line, i) => [
            ...(i ? [{ type: 'linebreak' }] : []),
            { type: 'text', format: 0, text: line },
          ]),
      })),
  },
})
