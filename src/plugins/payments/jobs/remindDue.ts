import type { Payload, PayloadRequest } from 'payload'

import type { Conditions } from '../../../database/bulk'
import type { ReminderPlan } from '../operations/reminders/loadPlans'
import type { Failure } from '../operations/reminders/standingOf'
import type { Place, Recipient } from '../operations/reminders/writeLinks'
import type { ReminderMail } from '../translations/reminderMails'

import { readMany, updateEach } from '../../../database/bulk'
import { inTransaction, isDuplicateKey } from '../../../database/inTransaction'
import { crashPoint } from '../../../utilities/crashPoint'
import { paymentSlugs } from '../collections/slugs'
import { accountFor, cardAccountsOf } from '../operations/reminders/cardAccounts'
import { endPlan } from '../operations/reminders/endPlan'
import { loadPlans } from '../operations/reminders/loadPlans'
import { nextStep, stepsOf } from '../operations/reminders/nextStep'
import { isCardWanted, standingOf } from '../operations/reminders/standingOf'
import { sendStages } from '../operations/reminders/sendStages'
import { readCustomers } from '../operations/reminders/writeLinks'
import { closeSettled } from '../operations/settleFailures'

const PAGE = 50
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const failuresSlug = paymentSlugs.failures as 'sites'

/** A plan at its site, at a moment. */
type Work = { now: Date; payload: Payload; plan: ReminderPlan; site: Place }

/**
 * Works through what the reminder plans say is due: plans the day of what is new on the list, sends reminders, and hands over what
 * they did not bring in. What is paid, settled or under way is left alone, and so is whoever has stored a new card since.
 *
 * A stage goes out once per failed payment, under a unique key, in the transaction that moves the entry on: any number of workers may
 * look at once, and one that is killed leaves all of it or nothing.
 *
 * @param now the moment that counts as now
 */
export const remindDue = async ({
  now = new Date(),
  payload,
}: {
  now?: Date
  payload: Payload
}): Promise<void> => {
  const plans = [...(await loadPlans({ payload })).values()].filter(({ active }) => active)
  if (!plans.length) return
  const { docs } = await payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    where: { id: { in: plans.map(({ site }) => site) } },
  })
  const sites = new Map(
    (docs as unknown as ({ plugins?: string[] } & Place)[])
      .filter(({ plugins }) => plugins?.includes('payments'))
      .map((site) => [String(site.id), site]),
  )
  for (const plan of plans) {
    const site = sites.get(plan.site)
    if (site) await workThrough({ now, payload, plan, site })
  }
}

const workThrough = async (work: Work) => {
  const { now, payload, plan, site } = work
  const undone = { site: site.id, stage: { before: stepsOf(plan) }, state: 'open' }
  const conditions: Conditions[] = [
    { ...undone, nextStepAt: null },
    { ...undone, nextStepAt: { until: now } },
  ]
  for (const where of conditions)
    for (let after: string | undefined; ;) {
      const page = await readMany({
        collection: failuresSlug,
        limit: PAGE,
        payload,
        select: [],
        sort: 'id',
        where: { ...where, ...(after && { id: { after } }) },
      })
      const ids = page.map(({ id }) => id)
      for (const id of ids.length ? await take({ ...work, ids }) : [])
        await endPlan({ ...work, id })
      if (page.length < PAGE) break
      after = ids[ids.length - 1]
    }
}

type Chunk = { ids: string[] } & Work

/** Makes the step of a page of entries in one transaction. @returns those that are to be handed over, each on its own */
const take = async ({ ids, ...work }: Chunk): Promise<string[]> => {
  try {
    const ending = await inTransaction({
      payload: work.payload,
      work: (req) => step({ ...work, ids, req }),
    })
    crashPoint('remind:afterCommit')
    return ending
  } catch (err) {
    // Another worker was quicker; what is left is due at the next look.
    if (!isDuplicateKey(err)) throw err
    return []
  }
}

const step = async (args: { req: PayloadRequest } & Chunk): Promise<string[]> => {
  const { ids, now, payload, plan, req, site } = args
  const common = { payload, req }
  const failures = await readMany<Failure>({
    ...common,
    collection: failuresSlug,
    where: { id: ids, state: 'open' },
  })
  const steps = new Map(failures.map((failure) => [failure.id, stepFor(failure, plan)]))
  const isDue = (failure: Failure) => {
    const planned = failure.nextStepAt
    return planned ? new Date(planned) <= now : (steps.get(failure.id)?.at ?? now) <= now
  }
  const due = failures.filter((failure) => steps.get(failure.id) && isDue(failure))
  const standings = await standingOf({ ...common, failures: due })
  const contacts = await readCustomers({ ...common, ids: due.map(({ contact }) => contact) })
  const accounts = (await cardAccountsOf({ ...common, sites: [site.id] })).get(site.id)
  const accountOf = ({ id }: Failure) => accountFor(accounts, standings.get(id)!.method)
  const blocked = await whoHasNewCard({ ...common, accountOf, failures: due })
  const later: { id: string; nextStepAt: string }[] = failures
    .filter((failure) => steps.get(failure.id) && !isDue(failure) && !failure.nextStepAt)
    .map(({ id }) => ({ id, nextStepAt: steps.get(id)!.at.toISOString() }))
  const postpone = ({ id }: Failure, byMS: number) =>
    later.push({ id, nextStepAt: new Date(now.getTime() + byMS).toISOString() })
  const [recipients, ending, settled]: [Recipient[], string[], Failure[]] = [[], [], []]
  for (const failure of due) {
    const standing = standings.get(failure.id)!
    const next = steps.get(failure.id)!
    const contact = contacts.get(failure.contact)
    const account = accountOf(failure)
    if (standing.state === 'paid' || standing.state === 'gone') settled.push(failure)
    else if (standing.state === 'underWay') postpone(failure, HOUR_MS)
    // Somebody must do something first: charge the new card, find an address, open an account.
    else if (blocked.has(failure.id) || !isCardWanted(failure) || !contact?.email || !account)
      postpone(failure, DAY_MS)
    else if (next.kind === 'end') ending.push(failure.id)
    else
      recipients.push({
        account,
        contact,
        failed: { failure, standing },
        mail: next.mail as ReminderMail,
        reminderKey: `${failure.id}:${next.stage}`,
        stage: next.stage,
      })
  }
  await closeSettled({ ...common, failures: settled, now, standings })
  await updateEach({ ...common, collection: failuresSlug, docs: later })
  await sendStages({ ...args, recipients })
  crashPoint('remind:beforeCommit')
  return ending
}

const stepFor = (failure: Failure, plan: ReminderPlan) =>
  nextStep({
    done: Number(failure.stage),
    failedAt: new Date(failure.failedAt),
    lastAt: failure.lastReminderAt ? new Date(failure.lastReminderAt) : null,
    plan,
  })

/**
 * Whoever has stored a card since has done what was asked: it is for the house to charge it now. A card that belongs elsewhere cannot be
 * charged for it, and helps nobody.
 */
const whoHasNewCard = async ({
  accountOf,
  failures,
  payload,
  req,
}: {
  /** The account that the failed payment would be charged on. */
  accountOf: (failure: Failure) => string | undefined
  failures: readonly Failure[]
  payload: Payload
  req: PayloadRequest
}): Promise<Set<string>> => {
  const cards = failures.length
    ? await readMany<{ id: string; account: string; contact: string; createdAt: string }>({
        collection: 'aliases',
        payload,
        req,
        select: ['account', 'contact', 'createdAt'],
        where: { contact: [...new Set(failures.map(({ contact }) => contact))], state: 'active' },
      })
    : []
  return new Set(
    failures
      .filter((failure) =>
        cards.some(
          ({ account, contact, createdAt }) =>
            account === accountOf(failure) &&
            contact === failure.contact &&
            new Date(createdAt) > new Date(failure.failedAt),
        ),
      )
      .map(({ id }) => id),
  )
}
