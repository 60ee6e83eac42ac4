import type { ReactNode } from 'react'

type Props = { id: string; children: ReactNode; title: string }

/** A part of the page under its own heading, so that one can jump to it. */
export const Section = ({ id, children, title }: Props) => (
  <section aria-labelledby={`file-${id}`} className="file-page__section">
    <h2 id={`file-${id}`}>{title}</h2>
    {children}
  </section>
)
