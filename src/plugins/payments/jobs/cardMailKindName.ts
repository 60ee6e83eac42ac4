/** The name under which mails with a personal link lie in the outbox. */
export const cardMailKind = 'card-mail'
