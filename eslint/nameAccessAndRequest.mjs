const OPERATIONS = new Set([
  'count',
  'countVersions',
  'create',
  'delete',
  'duplicate',
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findVersionByID',
  'findVersions',
  'restoreVersion',
  'update',
  'updateGlobal',
])
const NEEDED = ['overrideAccess', 'req']

/**
 * Payload's Local API ignores access rules unless told otherwise, and leaves the transaction and the language of the request behind
 * unless it is passed on. Where a person is answered, both must be said.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const nameAccessAndRequest = {
  create: (context) => ({
    CallExpression: (node) => {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.computed) return
      if (!OPERATIONS.has(callee.property.name) || !isPayload(callee.object)) return
      const [options] = node.arguments
      const named = new Set(
        options?.type === 'ObjectExpression'
          ? options.properties.map((property) => property.key?.name ?? property.key?.value)
          : [],
      )
      const missing = NEEDED.filter((name) => !named.has(name))
      if (missing.length)
        context.report({
          data: { missing: missing.join('" and "'), operation: callee.property.name },
          messageId: 'missing',
          node,
        })
    },
  }),
  meta: {
    type: 'problem',
    docs: { description: 'Calls of the Local API say whose rights count and carry the request.' },
    messages: { missing: '"payload.{{operation}}" must name "{{missing}}" here.' },
    schema: [],
  },
}

/** `payload`, `req.payload`, `req.payload!` */
const isPayload = (node) => {
  if (node.type === 'TSNonNullExpression') return isPayload(node.expression)
  if (node.type === 'Identifier') return node.name === 'payload'
  return node.type === 'MemberExpression' && !node.computed && node.property.name === 'payload'
}
