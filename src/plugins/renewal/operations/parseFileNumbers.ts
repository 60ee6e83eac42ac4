/**
 * Reads a list of file numbers as people type them: "1047, 1052; 1060 1061".
 *
 * @returns the numbers without repetition (`null` for an empty list), and the parts that are none
 */
export const parseFileNumbers = (
  typed: null | string | undefined,
): { numbers: null | number[]; wrong: string[] } => {
  const parts = (typed ?? '').split(/[\s,;]+/).filter(Boolean)
  if (!parts.length) return { numbers: null, wrong: [] }
  const isNumber = (part: string) => /^\d{1,12}$/.test(part)
  return {
    numbers: [...new Set(parts.filter(isNumber).map(Number))],
    wrong: parts.filter((part) => !isNumber(part)),
  }
}
