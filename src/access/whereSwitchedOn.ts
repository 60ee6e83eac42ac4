import type { Access, CollectionConfig, Where } from 'payload'

import { idOf } from '../utilities/idOf'
import { sitesWithPlugin } from './isPluginOn'

type Rules = NonNullable<CollectionConfig['access']>

/**
 * Narrows the access of a plugin's collection to the sites that have the plugin switched on. Where none within reach has it, the
 * collection leaves the navigation; its documents stay, and are there when it is switched on again.
 */
export const whereSwitchedOn = (plugin: string, rules: Rules): Rules =>
  Object.fromEntries(
    Object.entries(rules).map(([operation, rule]) => [
      operation,
      (async (args) => {
        const allowed = await (rule as Access)(args)
        if (!allowed) return false
        const sites = await sitesWithPlugin({ plugin, req: args.req })
        if (!sites.length) return false
        if (operation === 'create') {
          // Without data somebody asks for the empty form.
          const site = (args.data as { site?: unknown } | undefined)?.site
          return !site || sites.includes(idOf(site)) ? allowed : false
        }
        const switchedOn: Where = { site: { in: sites } }
        return typeof allowed === 'object' ? { and: [allowed, switchedOn] } : switchedOn
      }) as Access,
    ]),
  )
