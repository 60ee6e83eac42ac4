import type { PayloadRequest, Plugin } from 'payload'

import type { ErrorCode, RepriseError } from '../utilities/errors'

import { errorCodeOf } from '../utilities/errors'
import { explain } from '../utilities/explain'

/** The hooks that refuse. */
const REFUSING = ['beforeValidate', 'beforeChange', 'beforeDelete'] as const

type Hook = (args: { req: PayloadRequest }) => unknown

/**
 * Lets a refusal say its sentence by itself, in every collection, where a request changes or deletes several documents at once: Payload
 * then passes on nothing but the message, which is a code. Everywhere else the answer is made from the code, at the end.
 */
export const sayRefusals: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      ...Object.fromEntries(
        REFUSING.map((name) => [name, (collection.hooks?.[name] as Hook[])?.map(saying)]),
      ),
    },
  })),
})

const saying =
  (hook: Hook): Hook =>
  async (args) => {
    try {
      return await hook(args)
    } catch (err) {
      const code = errorCodeOf(err)
      const isOfSeveral = args.req.payloadAPI === 'REST' && !args.req.routeParams?.id
      if (code && isOfSeveral) say({ code, err: err as RepriseError, req: args.req })
      throw err
    }
  }

const said = new WeakMap<PayloadRequest, Set<ErrorCode>>()

/** What to do is said with the first one only: the panel shows all sentences together. */
const say = ({ code, err, req }: { code: ErrorCode; err: RepriseError; req: PayloadRequest }) => {
  const { message, nextStep } = explain({ ...err.data, code, t: req.t })
  const before = said.get(req) ?? new Set()
  err.message = before.has(code) ? message : `${message} ${nextStep}`
  said.set(req, before.add(code))
}
