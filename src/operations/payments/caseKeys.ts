/** Under which key a renewal that could not be paid is reported: once per file of last season and season it goes into. */
export const renewalCaseKey = (originFileID: string, targetSeasonID: string): string =>
  `renewal:${originFileID}:${targetSeasonID}`
