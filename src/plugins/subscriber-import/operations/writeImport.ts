import type { Payload, PayloadRequest } from 'payload'

import type { Run } from '../../../jobs/runs/types'
import type { FilePlan } from '../../../operations/fileDocuments'
import type { ImportedPerson } from '../parsing/types'
import type { MeansByLine } from './lookUpMeans'
import type { StoredMeans } from './storeMeans'
import type { ImportFile, ImportLine, ImportSettings } from './types'

import { insertMany, newID, readMany } from '../../../database/bulk'
import { takeNumbers } from '../../../database/takeNumbers'
import { contactName } from '../../../hooks/keepContactName'
import { writeFiles } from '../../../operations/writeFiles'
import { toSearchKey } from '../../../utilities/toSearchKey'
import { identityOf } from './lookUpMeans'
import { storeMeans } from './storeMeans'

type Args = {
  files: ImportFile[]
  means: MeansByLine
  numbers: { file: number; order: number }
  payload: Payload
  performances: ReadonlyMap<string, string[]>
  req: PayloadRequest
  run: Run<ImportSettings>
}

/**
 * Writes good files: their people (each once, found again by number or by name and address), the cards and mandates of those who pay,
 * then the files as they were sold.
 */
export const writeImport = async ({
  files,
  means,
  numbers,
  payload,
  performances,
  req,
  run,
}: Args): Promise<void> => {
  const { settings } = run
  const people = await contactsFor({ files, payload, req, run })
  const idOfPerson = (person: ImportedPerson) => people.get(identityOf(run, person))!
  const stored = await storeMeans({ files, idOfPerson, means, payload, req })
  const plans = files.map((file): FilePlan => {
    const lines = file.lines.map((line) => line.resolved!)
    const soldAt = lines.map((line) => line.soldAt).find(Boolean) ?? run.createdAt
    const payer = idOfPerson(lines[0]!.payer)
    const remarks = [...new Set(lines.flatMap((line) => line.remarks ?? []))]
    return {
      channel: settings.channel,
      currency: settings.currency,
      externalNumber: file.externalNumber,
      institution: run.institution,
      orders: [
        {
          at: soldAt,
          cause: 'import',
          kind: 'sale',
          lines: lines.map((line) => ({
            amount: line.amount,
            beneficiary: line.beneficiary ? idOfPerson(line.beneficiary) : payer,
            kind: 'subscription',
            performances: performances.get(line.subscription) ?? [],
            priceCategory: line.priceCategory,
            season: settings.season,
            seat: line.seat,
            shipmentMode: line.shipmentMode,
            subscription: line.subscription,
            tariff: line.tariff,
          })),
          requestedBy: 'public',
        },
      ],
      originKey: file.key,
      payer,
      payments: paymentsOf(file.lines, stored, soldAt),
      remarks: remarks.length ? asRichText(remarks) : undefined,
      run: run.id,
      season: settings.season,
      site: run.site,
    }
  })
  await writeFiles({ action: 'import', numbers, payload, plans, req, user: settings.user })
  await answerCriterion({ files, idOfPerson, payload, req, run })
}

const PAID_BY_ALIAS = new Set(['card', 'cardInstalments', 'other'])

/** One payment per way of paying: how last year was paid decides how this year is. */
const paymentsOf = (lines: ImportLine[], stored: StoredMeans, paidAt: string) => {
  const payments = new Map<string, NonNullable<FilePlan['payments']>[number]>()
  for (const importLine of lines) {
    const line = importLine.resolved!
    if (!line.paid) continue
    const { alias = null, mandate = null } = stored.get(importLine) ?? {}
    const method = line.method ?? 'other'
    const key = [method, line.instalments, line.mandateReference, line.aliasReference].join(
      '\u0000',
    )
    const known = payments.get(key)
    if (known) known.amount += line.paid
    else
      payments.set(key, {
        // What was paid otherwise was not paid by the card that the customer has stored.
        alias: PAID_BY_ALIAS.has(method) ? alias : null,
        amount: line.paid,
        instalments: line.instalments,
        mandate,
        mandateReference: line.mandateReference,
        method,
        paidAt,
        state: 'paid',
      })
  }
  return [...payments.values()]
}

const contactsFor = async ({
  files,
  payload,
  req,
  run,
}: Pick<Args, 'files' | 'payload' | 'req' | 'run'>): Promise<Map<string, string>> => {
  const people = new Map<string, ImportedPerson>()
  for (const { lines } of files)
    for (const { resolved } of lines)
      for (const person of [resolved!.payer, resolved!.beneficiary])
        if (person && !people.has(identityOf(run, person)))
          people.set(identityOf(run, person), person)
  const known = await readMany({
    collection: 'contacts',
    payload,
    req,
    select: ['identityKey'],
    where: { identityKey: [...people.keys()] },
  })
  const ids = new Map(known.map((contact) => [contact.identityKey as string, contact.id]))
  const fresh = [...people].filter(([key]) => !ids.has(key))
  if (!fresh.length) return ids
  const first = await takeNumbers({
    apart: true,
    count: fresh.length,
    key: `contact:${run.institution}`,
    payload,
    req,
  })
  const docs = fresh.map(([key, person], i) => {
    const id = newID(payload)
    const displayName = contactName(person)
    ids.set(key, id)
    const { externalContactNumber, language, ...rest } = person
    return {
      ...rest,
      id,
      displayName,
      externalNumber: externalContactNumber,
      identityKey: key,
      institution: run.institution,
      kind: person.company ? 'company' : 'person',
      language: language ?? (run.settings.defaultCountry === 'FR' ? 'fr' : 'de'),
      number: first + i,
      searchKey: toSearchKey(
        displayName,
        person.company,
        person.postcode,
        person.city,
        person.email,
        first + i,
      ),
    }
  })
  await insertMany({ collection: 'contacts', docs, payload, req })
  return ids
}

/** "Terminated: yes" is the beneficiary's answer where there is one, else the payer's; it never overwrites an answer. */
const answerCriterion = async ({
  files,
  idOfPerson,
  payload,
  req,
  run,
}: { idOfPerson: (person: ImportedPerson) => string } & Pick<
  Args,
  'files' | 'payload' | 'req' | 'run'
>) => {
  const { criterion } = run.settings
  if (!criterion) return
  const stopped = new Set(
    files.flatMap(({ lines }) =>
      lines.flatMap(({ resolved }) =>
        resolved?.terminated ? [idOfPerson(resolved.beneficiary ?? resolved.payer)] : [],
      ),
    ),
  )
  if (!stopped.size) return
  const keyOf = (contact: string) => `${contact}:${criterion}`
  const known = await readMany({
    collection: 'contact-answers',
    payload,
    req,
    select: ['answerKey'],
    where: { answerKey: [...stopped].map(keyOf) },
  })
  const answered = new Set(known.map((answer) => answer.answerKey))
  await insertMany({
    collection: 'contact-answers',
    docs: [...stopped]
      .filter((contact) => !answered.has(keyOf(contact)))
      .map((contact) => ({
        answer: 'yes',
        answerKey: keyOf(contact),
        contact,
        criterion,
        institution: run.institution,
      })),
    payload,
    req,
  })
}

/** Plain text as the editor keeps it. */
const asRichText = (paragraphs: string[]) => ({
  root: {
    type: 'root',
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      children: [
        { type: 'text', detail: 0, format: 0, mode: 'normal', style: '', text, version: 1 },
      ],
      direction: null,
      format: '',
      indent: 0,
      textFormat: 0,
      version: 1,
    })),
    direction: null,
    format: '',
    indent: 0,
    version: 1,
  },
})
