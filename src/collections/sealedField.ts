import type { TextField } from 'payload'

/**
 * A text that is worth money to whoever has it. Stored sealed, written by verbs only, read by nobody through any door. Whoever seals
 * it says for whom by `registerSealedField`.
 */
export const sealedField = (name: string): TextField => ({
  name,
  type: 'text',
  access: { create: () => false, read: () => false, update: () => false },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
})
