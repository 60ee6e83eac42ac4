import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { readFileSync } from 'fs'
import path from 'path'

const maps = new Map<string, TraceMap>()

const mapOf = (file: string): TraceMap => {
  const known = maps.get(file) ?? new TraceMap(readFileSync(`${file}.map`, 'utf8'))
  maps.set(file, known)
  return known
}

/**
 * Names the sources in a trace instead of the packed files. Node would do so itself, for each trace that is made: libraries make one for
 * each query, and a tenth of all time went there.
 */
export const inSources = (trace: string): string =>
  trace.replace(/(?:file:\/\/)?(\/[^\s()]+\.mjs):(\d+):(\d+)/g, (packed, file, line, column) => {
    if (!file.includes('/.cache/specs/')) return packed
    const found = originalPositionFor(mapOf(file), { column: column - 1, line: Number(line) })
    if (!found.source) return packed
    return `${path.resolve(path.dirname(file), found.source)}:${found.line}:${found.column + 1}`
  })
