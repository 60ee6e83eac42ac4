import type { CollectionConfig } from 'payload'

import { slugs } from './slugs'

const nobody = () => false

/**
 * What Agenda has to do and when, on SQLite; written by `jobs/payloadBackend` only. On MongoDB Agenda keeps its own
 * collection and this one stays empty. Scalar fields only: every change is one conditional statement on one row.
 */
export const AgendaJobs: CollectionConfig = {
  slug: slugs.agendaJobs,
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'type', type: 'text', required: true },
    { name: 'priority', type: 'number', required: true },
    { name: 'data', type: 'json' },
    { name: 'nextRunAt', type: 'date' },
    { name: 'lockedAt', type: 'date', index: true },
    { name: 'lastRunAt', type: 'date' },
    { name: 'lastFinishedAt', type: 'date' },
    { name: 'failedAt', type: 'date' },
    { name: 'failCount', type: 'number' },
    { name: 'failReason', type: 'text' },
    { name: 'progress', type: 'number' },
    // Milliseconds as a number, or words and cron expressions as text: JSON keeps the difference.
    { name: 'repeatInterval', type: 'json' },
    { name: 'repeatTimezone', type: 'text' },
    { name: 'repeatAt', type: 'text' },
    { name: 'startDate', type: 'date' },
    { name: 'endDate', type: 'date' },
    { name: 'skipDays', type: 'json' },
    { name: 'debounceStartedAt', type: 'date' },
    { name: 'disabled', type: 'checkbox' },
    { name: 'fork', type: 'checkbox' },
    { name: 'lastModifiedBy', type: 'text' },
    // What may exist once only; a job without such a rule carries its own id here.
    { name: 'uniqueKey', type: 'text', required: true, unique: true },
  ],
  indexes: [{ fields: ['name', 'nextRunAt'] }],
  lockDocuments: false,
}
