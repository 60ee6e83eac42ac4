import iconv from 'iconv-lite'
import { mkdir, writeFile } from 'fs/promises'
import path from 'path'

import type { Cell } from './createWorkbook'
import type { SubscriberLine } from './subscriberColumns'
import type { SiteSpec } from './types'

import { createWorkbook } from './createWorkbook'
import { group } from './houses/institutions'
import { houseStyles } from './houses/houseStyles'
import { lastSeasonSales } from './lastSeasonSales'
import { DEMO_SEED } from './random'
import { subscriberColumns } from './subscriberColumns'
import { toCSVLine } from './toCSVLine'

type Args = {
  folder: string
  /** 1 = 1 200, 600 and 300 season tickets. More goes to free seating, because the halls are what they are. */
  scale?: number
  seed?: number | string
  /** What the dates of sale are relative to. */
  today?: Date
}

export type SubscriberFile = {
  path: string
  /** Season tickets in the file, the line of headers not counted. */
  rows: number
  /** The site's code. */
  site: string
}

const BYTE_ORDER_MARK = '\uFEFF'
/** The first number of an old system's files; each house counts on from its own. */
const FIRST_NUMBER: Record<string, number> = { club: 7_001, konzerthaus: 260_101, theater: 41_001 }

/** The three kinds of file that the demo's houses export, by the site's code. */
const formats: Record<string, { extension: string; write: (rows: Cell[][]) => Buffer }> = {
  club: { extension: 'xlsx', write: (rows) => createWorkbook({ rows, sheet: 'Abonnés' }) },
  konzerthaus: { extension: 'csv', write: (rows) => iconv.encode(csv(rows, ','), 'win1252') },
  theater: { extension: 'csv', write: (rows) => Buffer.from(BYTE_ORDER_MARK + csv(rows, ';')) },
}

const csv = (rows: Cell[][], delimiter: ',' | ';'): string =>
  rows.map((row) => toCSVLine(row, delimiter)).join('')

/**
 * Writes last season's subscribers of the three sites as the files that the importer reads: the theatre's as CSV with `;` in UTF-8
 * with byte order mark, the club's as a workbook, the concert hall's as CSV with `,` in Windows-1252. The same arguments write the
 * same bytes.
 */
export const writeSubscriberFiles = async ({
  folder,
  scale = 1,
  seed = DEMO_SEED,
  today = new Date(),
}: Args): Promise<SubscriberFile[]> => {
  await mkdir(folder, { recursive: true })
  const files: SubscriberFile[] = []
  for (const site of group.sites) {
    const { extension, write } = formats[site.code]!
    const rows = subscriberRows({ lines: subscriberLines({ scale, seed, site, today }), site })
    const file = path.join(folder, `${site.code}.${extension}`)
    await writeFile(file, write(rows))
    files.push({ path: file, rows: rows.length - 1, site: site.code })
  }
  return files
}

/** The lines of a site's file: file by file, in the order of the sales. */
export const subscriberLines = ({
  scale = 1,
  seed = DEMO_SEED,
  site,
  today,
}: { site: SiteSpec; today: Date } & Pick<Args, 'scale' | 'seed'>): SubscriberLine[] =>
  lastSeasonSales({ scale, seed, site, today }).flatMap((soldFile, i) =>
    soldFile.sales.map((sale) => ({
      fileNumber: String(FIRST_NUMBER[site.code]! + i),
      sale,
      soldFile,
    })),
  )

/** Lines as the house writes them, its headers first. */
export const subscriberRows = ({
  firstContactNumber,
  lines,
  site,
}: {
  firstContactNumber?: number
  lines: SubscriberLine[]
  site: SiteSpec
}): Cell[][] => {
  const columns = subscriberColumns({ firstContactNumber, site, style: houseStyles[site.code]! })
  return [
    columns.map(({ header }) => header),
    ...lines.map((line) => columns.map(({ value }) => value(line))),
  ]
}
