import type { PayloadRequest } from 'payload'

/** Who does something, as the journal keeps it: the name as well, for when the account is gone. Nobody where a job does it. */
export const authorOf = ({
  user,
}: Partial<PayloadRequest>): { user: null | string; userName: null | string } => ({
  user: user ? String(user.id) : null,
  userName: (user as { name?: string } | null | undefined)?.name ?? null,
})
