import type { Plugin } from 'payload'

import { registerMailKind } from '../operations/mails/mailKinds'
import { mailKind } from './mail/mailKind'
import { registerOutboxKind } from './outbox/outboxKinds'
import { runEnded } from './runs/runEndedMail'

/** Fills the registries with what the core itself brings, while the configuration is put together. */
export const coreJobs: Plugin = (config) => {
  registerOutboxKind(mailKind)
  registerMailKind(runEnded)
  return config
}
