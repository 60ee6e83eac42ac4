import type { Language } from '../../utilities/languages'

type Text = Record<Language, string>

/** A gap in a mail text, written `{{name}}`, that is filled for each mail. */
export type Placeholder = {
  name: string
  /** A value for the preview. */
  example: Text
  /** Its value is an address (http or https), shown as a link. */
  isLink?: true
  /** What it stands for, in plain words. */
  label: Text
}

/** A mail that Reprise sends, whose text each site may write for itself. */
export type MailKind = {
  name: string
  /** The text where a site has none of its own: paragraphs are parted by an empty line. */
  defaults: Record<Language, { body: string; subject: string }>
  label: Text
  placeholders: Placeholder[]
}

const kinds = new Map<string, MailKind>()

/** Makes a mail known, so that its text can be written; plugins do this when they are loaded. */
export const registerMailKind = (kind: MailKind): void => {
  kinds.set(kind.name, kind)
}

/** A mail by its name. Throws when the plugin that knows it is not installed. */
export const mailKindNamed = (name: string): MailKind => {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No installed plugin knows the mail "${name}".`)
  return kind
}

/** Every mail that is known. */
export const mailKinds = (): MailKind[] => [...kinds.values()]
