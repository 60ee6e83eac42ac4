const NAMES = [
  ...['Array', 'BigInt', 'Buffer', 'Date', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object'],
  ...['Promise', 'RegExp', 'Set', 'String', 'Symbol', 'Uint8Array', 'WeakMap'],
]

const DIRECTIVE = /^(?:#!.*\n)?\s*(['"])use strict\1;?/

/** Whether a file gives the name a meaning of its own. */
const isTaken = (source, name) =>
  new RegExp(`\\b(?:class|function|as)\\s+${name}\\b`).test(source) ||
  new RegExp(`\\b(?:const|import|let|var)\\b[^=;]*\\b${name}\\b`).test(source)

/**
 * In the contexts that Jest runs tests in, each mention of a global is looked up anew, and slowly: a library that says `Object` a
 * hundred times for a query spends half its time on that. A constant of the file is found at once.
 */
export default {
  process: (source, file) => {
    if (!/\.[cm]?js$/.test(file)) return { code: source }
    const used = NAMES.filter(
      (name) => new RegExp(`\\b${name}\\b`).test(source) && !isTaken(source, name),
    )
    if (!used.length) return { code: source }
    const directive = DIRECTIVE.exec(source)?.[0] ?? ''
    // On the first line, so that lines keep their numbers.
    return {
      code: `${directive}const { ${used.join(', ')} } = globalThis;${source.slice(directive.length)}`,
    }
  },
}
