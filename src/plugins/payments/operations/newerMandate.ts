type Mandate = {
  id: string
  account: string
  contact: string
  createdAt: string
  institution: string
  state: string
}

/**
 * The mandate that has taken the place of one that is not good any more: the newest that is, of the same person for the same account,
 * and that was entered after it. An older one was given for something else, and stays with that.
 *
 * @param mandates of the person, in any order
 */
export const newerMandate = <T extends Mandate>(
  former: Pick<Mandate, 'account' | 'contact' | 'createdAt' | 'institution'>,
  mandates: readonly T[],
): T | undefined =>
  mandates
    .filter(
      ({ account, contact, createdAt, institution, state }) =>
        account === former.account &&
        contact === former.contact &&
        institution === former.institution &&
        state === 'active' &&
        createdAt > former.createdAt,
    )
    .sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1))[0]
