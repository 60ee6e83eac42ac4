import Database from 'libsql'
import { mkdirSync } from 'fs'
import path from 'path'

/** Values as SQLite keeps them. */
type Value = null | number | string

export type Store = {
  all: <Row>(sql: string, ...values: Value[]) => Row[]
  close: () => void
  get: <Row>(sql: string, ...values: Value[]) => Row | undefined
  run: (sql: string, ...values: Value[]) => void
  /** All of it or nothing, and on the disk when it returns. Synchronous: nothing else happens in between. */
  transaction: <Result>(work: () => Result) => Result
}

const SCHEMA = `
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS merchants (
  id TEXT PRIMARY KEY, secretKey TEXT NOT NULL UNIQUE, webhookSecret TEXT NOT NULL, webhookURL TEXT
);
CREATE TABLE IF NOT EXISTS answers (
  merchant TEXT NOT NULL, key TEXT NOT NULL, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (merchant, key)
);
CREATE TABLE IF NOT EXISTS setups (
  id TEXT PRIMARY KEY, merchant TEXT NOT NULL, customer TEXT NOT NULL, email TEXT, kind TEXT NOT NULL, language TEXT NOT NULL,
  reference TEXT NOT NULL, returnURL TEXT NOT NULL, state TEXT NOT NULL, code TEXT, token TEXT, createdAt TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS tokens (
  token TEXT PRIMARY KEY, merchant TEXT NOT NULL, customer TEXT NOT NULL, kind TEXT NOT NULL, brand TEXT NOT NULL,
  last4 TEXT NOT NULL, expMonth INTEGER, expYear INTEGER, behaviour TEXT NOT NULL, charges INTEGER NOT NULL DEFAULT 0,
  mandateRef TEXT, mandateDate TEXT, revokedAt TEXT
);
CREATE TABLE IF NOT EXISTS charges (
  id TEXT PRIMARY KEY, merchant TEXT NOT NULL, reference TEXT NOT NULL, key TEXT NOT NULL, amount INTEGER NOT NULL,
  currency TEXT NOT NULL, token TEXT NOT NULL, customer TEXT NOT NULL, sequence TEXT NOT NULL, dueDate TEXT, mandate TEXT,
  status TEXT NOT NULL, code TEXT, decline TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
  plan TEXT NOT NULL, nextAt TEXT
);
CREATE INDEX IF NOT EXISTS chargesByReference ON charges (reference);
CREATE INDEX IF NOT EXISTS chargesByNext ON charges (nextAt) WHERE nextAt IS NOT NULL;
CREATE TABLE IF NOT EXISTS refunds (
  id TEXT PRIMARY KEY, merchant TEXT NOT NULL, charge TEXT NOT NULL, reference TEXT NOT NULL, key TEXT NOT NULL,
  amount INTEGER NOT NULL, currency TEXT NOT NULL, status TEXT NOT NULL, createdAt TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS refundsByReference ON refunds (reference);
CREATE INDEX IF NOT EXISTS refundsByCharge ON refunds (charge);
CREATE TABLE IF NOT EXISTS disputes (
  id TEXT PRIMARY KEY, merchant TEXT NOT NULL, charge TEXT NOT NULL, amount INTEGER NOT NULL, currency TEXT NOT NULL,
  status TEXT NOT NULL, createdAt TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS disputesByCharge ON disputes (charge);
CREATE TABLE IF NOT EXISTS webhooks (
  number INTEGER PRIMARY KEY AUTOINCREMENT, merchant TEXT NOT NULL, eventID TEXT NOT NULL, kind TEXT NOT NULL,
  reference TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
  dueAt TEXT NOT NULL, lastAnswer TEXT
);
CREATE INDEX IF NOT EXISTS webhooksDue ON webhooks (state, dueAt);
`

/**
 * Opens the provider's own ledger. `synchronous=FULL`: what it has answered it still knows after a power cut.
 *
 * @param folder is made where it is missing
 */
export const openStore = (folder: string): Store => {
  mkdirSync(folder, { recursive: true })
  const database = new Database(path.join(folder, 'fake-provider.db'))
  database.exec('PRAGMA journal_mode=WAL')
  database.exec('PRAGMA synchronous=FULL')
  database.exec(SCHEMA)
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  // `get` of libsql leaves the statement half read, and with it a view of the file open.
  const all = <Row>(sql: string, ...values: Value[]) => prepare(sql).all(values) as Row[]
  return {
    all,
    close: () => void database.close(),
    get: <Row>(sql: string, ...values: Value[]) => all<Row>(sql, ...values)[0],
    run: (sql, ...values) => void prepare(sql).run(values),
    transaction: (work) => {
      database.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (err) {
        if (database.inTransaction) database.exec('ROLLBACK')
        throw err
      }
    },
  }
}
