import path from 'node:path'

/**
 * The rooms of `src`, from the ground up. A file imports from its own room, from rooms of the same floor where that is allowed, and from the
 * floors below. What is not a room (`server.ts`, `server`, `cli`, `app`, `payload.config.ts`) stands on top and may import all.
 */
const FLOORS = [
  { open: true, rooms: ['migrations', 'translations', 'utilities'] },
  { open: false, rooms: ['database', 'fake-provider', 'print'] },
  {
    open: true,
    rooms: ['access', 'collections', 'components', 'endpoints', 'hooks', 'jobs', 'operations'],
  },
  { open: false, rooms: ['plugins'] },
]

/** Programs of their own, which speak to the rest over the network only. */
const PROGRAMS = new Set(['fake-provider'])

/** Names without code, which every room may use. Translations may also ask by type which codes there are to translate. */
const SHARED = new Set(['src/collections/slugs', 'src/payload-types'])

/** @type {import('eslint').Rule.RuleModule} */
export const oneWayImports = {
  create: (context) => {
    const file = relativeTo(context.cwd, context.filename)
    const from = placeOf(file)
    if (!from) return {}
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const report = (reason) => context.report({ data: { reason, source }, messageId: 'up', node })
      if (!source.startsWith('.')) {
        if (from.room === 'print' && /^(@payloadcms\/|payload($|\/))/.test(source))
          report('printing knows no Payload')
        return
      }
      const target = path.posix.join(path.posix.dirname(file), source)
      if (SHARED.has(target) || (from.room === 'translations' && node.importKind === 'type')) return
      const reason = refusal(from, placeOf(target), target)
      if (reason) report(reason)
    }
    return {
      ExportAllDeclaration: check,
      ExportNamedDeclaration: check,
      ImportDeclaration: check,
      ImportExpression: check,
    }
  },
  meta: {
    type: 'problem',
    docs: { description: 'Imports point one way; see docs/architecture.md.' },
    messages: { up: '"{{source}}" may not be imported here: {{reason}}.' },
    schema: [],
  },
}

const refusal = (from, to, target) => {
  if (!to)
    return target.startsWith('src/') || target === 'payload.config'
      ? 'it stands above this room'
      : ''
  if (to.room === 'plugins' && from.room === 'plugins')
    return to.plugin === from.plugin ? '' : 'plugins never import each other'
  if (PROGRAMS.has(to.room) && to.room !== from.room) return `"${to.room}" is a program of its own`
  // What a plugin folder itself holds (the list of plugins) belongs to the configuration.
  if (to.floor > from.floor) return `"${to.room}" stands above "${from.room}"`
  if (from.room === 'print' && to.room !== 'print') return 'printing imports nothing of the rest'
  if (to.floor === from.floor && to.room !== from.room && !FLOORS[to.floor].open)
    return `"${to.room}" is closed to "${from.room}"`
  return ''
}

/** @returns the room of a file below `src`, or undefined where there is none */
const placeOf = (file) => {
  const [, room, plugin, ...rest] = file.split('/')
  if (!file.startsWith('src/')) return undefined
  const floor = FLOORS.findIndex(({ rooms }) => rooms.includes(room))
  if (floor < 0 || (room === 'plugins' && !rest.length && /^index(\.ts)?$/.test(plugin)))
    return undefined
  return { floor, plugin, room }
}

const relativeTo = (folder, file) => path.relative(folder, file).split(path.sep).join('/')
