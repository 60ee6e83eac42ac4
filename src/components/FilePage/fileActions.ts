import type { Config, PayloadComponent, PayloadRequest } from 'payload'

import { isPluginOn } from '../../access/isPluginOn'
import { idOf } from '../../utilities/idOf'

/** A button or the like that a plugin puts on the page of a file. */
export type FileAction = {
  /** Import path of the component, as everywhere in the configuration. It gets `file` and, on the server, `req`. */
  path: string
  /** Where this plugin is off for the site of the file, the action is not there. */
  plugin: string
}

/**
 * Adds an action to the page of a file; called by a plugin on the configuration it is given.
 *
 * @example config = addFileAction(config, { path: '/plugins/seat-change/components/ChangeSeat#ChangeSeat', plugin: 'seat-change' })
 */
export const addFileAction = (config: Config, action: FileAction): Config => ({
  ...config,
  admin: {
    ...config.admin,
    dependencies: {
      ...config.admin?.dependencies,
      // Without this the component would not be in the import map.
      [`file-action:${action.path}`]: { type: 'component', path: action.path },
    },
  },
  custom: { ...config.custom, fileActions: [...(config.custom?.fileActions ?? []), action] },
})

/** The components of the actions that exist for a file: those of plugins that its site has switched on. */
export const fileActionsFor = async ({
  file,
  req,
}: {
  file: Record<string, any>
  req: PayloadRequest
}): Promise<PayloadComponent[]> => {
  const actions: FileAction[] = req.payload.config.custom?.fileActions ?? []
  const siteID = idOf(file.site)
  const plugins = [...new Set(actions.map(({ plugin }) => plugin))]
  const switchedOn = new Set<string>()
  for (const plugin of plugins)
    if (await isPluginOn({ plugin, req, siteID })) switchedOn.add(plugin)
  return actions.filter(({ plugin }) => switchedOn.has(plugin)).map(({ path }) => path)
}
