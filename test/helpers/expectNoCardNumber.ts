import Database from 'libsql'
import { MongoClient } from 'mongodb'
import { readdirSync, readFileSync, statSync } from 'fs'
import path from 'path'

import { findCardNumber } from '../../src/plugins/subscriber-import/parsing/findCardNumber'

/** The folder of what people bring along: theirs, and not written by the product. */
export const BROUGHT = 'brought'

/**
 * Random numbers in hexadecimal: IDs, hashes, also behind the sign of a provider ("re_5d41…"). One in some ten thousand would hold
 * digits that pass for a card's.
 */
const RANDOM = /(?<![^\W_])(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{24,})\b/gi

/** Whether a text that something of the product wrote holds the number of a payment card. */
export const holdsCardNumber = (text: string): boolean => findCardNumber(text.replace(RANDOM, '-'))

/**
 * Looks through all that a test leaves behind, a database and the folder with its mails, logs and uploads: the number of a card is
 * nowhere (PCI DSS v4.0.1, 3.3 and 3.5).
 *
 * @throws an Error that says where one is
 */
export const expectNoCardNumber = async ({
  folder,
  uri,
}: {
  folder: string
  uri: string
}): Promise<void> => {
  const refuse = (where: string) => {
    throw new Error(`The number of a card is in ${where}.`)
  }
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name)
    const isTheirs = name.split(path.sep)[0] === BROUGHT
    if (isTheirs || !statSync(file).isFile() || isDatabase(name)) continue
    // Mails break long lines by a "=" at their end (RFC 2045, 6.7).
    if (holdsCardNumber(readFileSync(file, 'utf8').replace(/=\r?\n/g, ''))) refuse(name)
  }
  const look = (value: unknown, where: string): void => {
    if (typeof value === 'string' || typeof value === 'number') {
      if (holdsCardNumber(String(value))) refuse(where)
    } else if (value && typeof value === 'object' && !('_bsontype' in value))
      for (const [key, inner] of Object.entries(value)) look(inner, `${where}.${key}`)
  }
  for await (const [table, row] of uri.startsWith('file:') ? rowsOf(uri) : documentsOf(uri))
    look(row, table)
}

const isDatabase = (name: string): boolean => /\.db(?:-shm|-wal)?$/.test(name)

const rowsOf = async function* (uri: string): AsyncGenerator<[string, unknown]> {
  const database = new Database(uri.slice('file:'.length), { readonly: true })
  try {
    const tables = database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`)
      .all() as { name: string }[]
    for (const { name } of tables)
      for (const row of database.prepare(`SELECT * FROM "${name}"`).iterate()) yield [name, row]
  } finally {
    database.close()
  }
}

const documentsOf = async function* (uri: string): AsyncGenerator<[string, unknown]> {
  const client = await MongoClient.connect(uri)
  try {
    const database = client.db()
    for (const { name } of await database.listCollections().toArray())
      for await (const document of database.collection(name).find()) yield [name, document]
  } finally {
    await client.close()
  }
}
