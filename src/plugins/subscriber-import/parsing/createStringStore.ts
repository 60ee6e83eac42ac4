const PAGE = 1024 * 1024

/**
 * Keeps many short strings outside the heap, as UTF-8 in large pages: a workbook's shared strings, of which a big file has hundreds of
 * thousands.
 */
export const createStringStore = () => {
  const pages: Buffer[] = []
  /** Page number × PAGE + offset of each string, and its length in bytes. */
  const starts: number[] = []
  const lengths: number[] = []
  let used = PAGE

  return {
    add: (text: string): void => {
      const length = Buffer.byteLength(text)
      if (used + length > PAGE || length > PAGE) {
        pages.push(Buffer.allocUnsafeSlow(Math.max(PAGE, length)))
        used = 0
      }
      const page = pages.length - 1
      pages[page]!.write(text, used)
      starts.push(page * PAGE + used)
      lengths.push(length)
      used = Math.min(PAGE, used + length)
    },
    /** The string of that number, from 0; `undefined` if there is none. */
    get: (at: number): string | undefined => {
      const start = starts[at]
      if (start === undefined) return undefined
      const offset = start % PAGE
      return pages[Math.floor(start / PAGE)]!.toString('utf8', offset, offset + lengths[at]!)
    },
  }
}

export type StringStore = ReturnType<typeof createStringStore>
