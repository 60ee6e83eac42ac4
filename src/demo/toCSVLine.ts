import type { Cell } from './createWorkbook'

/** One record of delimited text (RFC 4180): quoted where it has to be, ended by CR LF. */
export const toCSVLine = (cells: Cell[], delimiter: ',' | ';'): string =>
  `${cells.map((cell) => quoted(String(cell ?? ''), delimiter)).join(delimiter)}\r\n`

const quoted = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
