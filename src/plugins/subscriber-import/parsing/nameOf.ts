/**
 * What somebody called a column or a sheet, on one line.
 *
 * @param otherwise what it is called where that is empty
 */
export const nameOf = (written: string, otherwise: string): string =>
  written.replace(/[\s\p{Cc}]+/gu, ' ').trim() || otherwise
