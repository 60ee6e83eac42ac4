import { once } from 'events'
import { createWriteStream } from 'fs'
import { mkdir } from 'fs/promises'
import path from 'path'
import { finished } from 'stream/promises'

import { houseStyles } from './houses/houseStyles'
import { theatre } from './houses/theatre'
import { createSiteParties, newSoldFile } from './newSoldFile'
import { createRandom, DEMO_SEED } from './random'
import { seasonDates } from './seasonDates'
import { subscriberColumns } from './subscriberColumns'
import { toCSVLine } from './toCSVLine'

type Args = {
  path: string
  /** Season tickets to write. */
  rows: number
  seed?: number | string
  today?: Date
}

/** The one subscription of the theatre without numbered seats: it has room for everybody. */
export const LARGE_FILE_SUBSCRIPTION = 'WAHL'
/** Far from the numbers of the theatre's usual file. */
const FIRST_NUMBER = 500_001
const LARGEST_PARTY = 8
const DAY = 86_400_000
const PRESALE_DAYS = 100

/**
 * Writes a CSV file of the theatre as large as wanted, all of it for free seating, party after party: to see the importer at work on
 * more than a house has. The same arguments write the same bytes.
 */
export const writeLargeFile = async ({
  path: file,
  rows,
  seed = DEMO_SEED,
  today = new Date(),
}: Args): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true })
  const random = createRandom(`${seed}:large`)
  const parties = createSiteParties({ random, site: theatre })
  const subscription = theatre.subscriptions.find(({ code }) => code === LARGE_FILE_SUBSCRIPTION)!
  const columns = subscriberColumns({
    firstContactNumber: FIRST_NUMBER,
    site: theatre,
    style: houseStyles[theatre.code]!,
  })
  const presale = new Date(seasonDates(today).last.startsOn).getTime() - PRESALE_DAYS * DAY
  const stream = createWriteStream(file)
  const write = async (text: string) => {
    if (!stream.write(text)) await once(stream, 'drain')
  }
  await write(
    `\uFEFF${toCSVLine(
      columns.map(({ header }) => header),
      ';',
    )}`,
  )
  let written = 0
  for (let number = FIRST_NUMBER; written < rows; number++) {
    const party = parties.draw({ largest: Math.min(LARGEST_PARTY, rows - written) })
    const soldAt = new Date(presale + Math.floor((written / rows) * (PRESALE_DAYS - 10)) * DAY)
    const soldFile = newSoldFile({ party, random, site: theatre, soldAt })
    soldFile.sales = party.members.map((member) => ({ member, seat: undefined, subscription }))
    const lines = soldFile.sales.map((sale) => ({ fileNumber: String(number), sale, soldFile }))
    await write(
      lines
        .map((line) =>
          toCSVLine(
            columns.map(({ value }) => value(line)),
            ';',
          ),
        )
        .join(''),
    )
    written += lines.length
  }
  stream.end()
  await finished(stream)
}
