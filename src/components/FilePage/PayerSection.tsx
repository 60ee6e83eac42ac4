import { Link } from '@payloadcms/ui'

import type { FileView, Found } from './types'

import { slugs } from '../../collections/slugs'
import { groupBy } from '../../utilities/groupBy'
import { idOf } from '../../utilities/idOf'
import { Section } from './Section'

/** Who pays, where they live, and what they and those they bought for have answered. */
export const PayerSection = ({ view }: { view: FileView }) => {
  const { answers, file, linkTo, names, text } = view
  const payer = names.get(slugs.contacts, file.payer)
  const perContact = groupBy(answers, ({ contact }) => idOf(contact))
  return (
    <Section id="payer" title={text('payer')}>
      {payer && (
        <>
          <p className="file-page__name">{payer.displayName}</p>
          <address>
            {addressOf(payer).map((line) => (
              <span key={line}>{line}</span>
            ))}
            {!addressOf(payer).length && text('noAddress')}
          </address>
          <p>
            {payer.email ? <a href={`mailto:${payer.email}`}>{payer.email}</a> : text('noEmail')}
          </p>
          {payer.phone && (
            <p>
              {text('phone')}{' '}
              <a href={`tel:${payer.phone.replace(/[^\d+]/g, '')}`}>{payer.phone}</a>
            </p>
          )}
          <p>
            <Link href={linkTo(slugs.contacts, payer)} prefetch={false}>
              {text('openContact')}
            </Link>
          </p>
        </>
      )}
      {perContact.size > 0 && (
        <>
          <h3>{text('answers')}</h3>
          <ul className="file-page__plain">
            {[...perContact].flatMap(([contact, own]) =>
              own.map((answer) => (
                <Answer answer={answer} contact={contact} key={answer.id} view={view} />
              )),
            )}
          </ul>
        </>
      )}
    </Section>
  )
}

type AnswerProps = { answer: Found; contact: string; view: FileView }

const Answer = ({ answer, contact, view: { file, names, option } }: AnswerProps) => {
  const isPayer = contact === idOf(file.payer)
  return (
    <li>
      {!isPayer && <>{names.titleOf(slugs.contacts, contact)}: </>}
      {names.titleOf(slugs.criteria, answer.criterion)}{' '}
      <strong className={answer.answer === 'yes' ? 'file-page__marked' : undefined}>
        {option(slugs.contactAnswers, 'answer', answer.answer)}
      </strong>
      {answer.text && <> ({answer.text})</>}
    </li>
  )
}

/** Postal address in lines, below the name. */
const addressOf = (contact: Record<string, any>): string[] =>
  [
    contact.addressLine2,
    [contact.street, contact.houseNumber].filter(Boolean).join(' '),
    [contact.postcode, contact.city].filter(Boolean).join(' '),
    (contact.street || contact.city) && contact.country,
  ].filter(Boolean)
