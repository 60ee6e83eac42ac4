import type { Payload, PayloadRequest } from 'payload'

import path from 'path'

import type { ColumnMapping } from '../parsing/types'
import type { ImportMode, ImportSettings } from './types'

import { readMany } from '../../../database/bulk'
import { createRun } from '../../../jobs/runs/createRun'
import { RepriseError } from '../../../utilities/errors'
import { importKind } from '../jobs/importRun'
import { headersOf } from '../parsing/headersOf'
import { missingFields, proposeMapping } from '../parsing/proposeMapping'
import { importSource } from './importSource'

type Args = {
  acceptOtherPrices?: boolean
  batch?: null | string
  channel?: null | string
  criterion?: null | string
  defaultCountry?: string
  /** What the person calls the file. @default the last part of the path */
  fileName?: string
  /** Changes to the proposed mapping: field → column, or `null` to leave it out. */
  mapping?: ColumnMapping
  mode: ImportMode
  /** Of a file on this machine; not for one that was uploaded. */
  path?: string
  payload: Payload
  req?: Partial<PayloadRequest>
  season: string
  site: string
  /** The document that the file was uploaded to; `fileName` is its file. */
  upload?: string
}

/**
 * Starts to import a file: proposes which column is what, and leaves the work to a lane.
 *
 * @returns the run's id and the mapping it uses
 * @throws RepriseError `columnsMissing` with the fields that no column was found for; ImportFileError for a file that is no table
 */
export const startImport = async ({
  acceptOtherPrices = false,
  batch = null,
  channel = null,
  criterion = null,
  defaultCountry,
  fileName,
  mapping = {},
  mode,
  path: filePath,
  payload,
  req,
  season,
  site,
  upload,
}: Args): Promise<{ mapping: ColumnMapping; runID: string }> => {
  const file = {
    fileName: fileName ?? path.basename(filePath ?? ''),
    path: filePath ? path.resolve(filePath) : null,
    upload: upload ?? null,
  }
  const [place] = await readMany({ collection: 'sites', payload, req, where: { id: site } })
  const [chosen] = await readMany({
    collection: 'seasons',
    payload,
    req,
    where: { id: season, site },
  })
  if (!place) throw new RepriseError('otherSite', { field: 'site' })
  if (!chosen) throw new RepriseError('otherSite', { field: 'season' })
  const headers = await headersOf(await importSource({ payload, req, settings: file }))
  const complete = { ...proposeMapping({ headers }), ...mapping }
  const missing = missingFields(complete)
  if (missing.length)
    throw new RepriseError('columnsMissing', {
      field: 'mapping',
      values: { value: missing.join(', ') },
    })
  const user = req?.user as { id: string; name?: string } | null | undefined
  const settings: ImportSettings = {
    ...file,
    acceptOtherPrices,
    channel,
    criterion,
    currency: String(place.currency),
    defaultCountry: defaultCountry ?? countryOf(String(place.timeZone)),
    mapping: complete,
    mode,
    season,
    user: user ? { id: String(user.id), name: user.name ?? null } : null,
  }
  const runID = await createRun({
    batch,
    institution: String(place.institution),
    kind: importKind,
    payload,
    req,
    settings,
    simulation: mode === 'check',
    site,
    startedBy: user ? String(user.id) : null,
    title: file.fileName,
  })
  return { mapping: complete, runID }
}

const COUNTRIES: Record<string, string> = {
  'Europe/Berlin': 'DE',
  'Europe/Brussels': 'BE',
  'Europe/London': 'GB',
  'Europe/Luxembourg': 'LU',
  'Europe/Paris': 'FR',
  'Europe/Vienna': 'AT',
  'Europe/Zurich': 'CH',
}

/** Most subscribers live where the house is; addresses abroad name their country. */
const countryOf = (timeZone: string): string => COUNTRIES[timeZone] ?? 'CH'
