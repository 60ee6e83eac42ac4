import type { CollectionBeforeValidateHook } from 'payload'

import { idOf } from '../utilities/idOf'

/**
 * Stores a unique key string made of several fields, so that "only one of these" is a rule of the database. An empty part
 * counts as `none`: two prices without a category collide as they must, on both engines.
 */
export const keepKey =
  (key: string, fields: string[]): CollectionBeforeValidateHook =>
  ({ data = {}, originalDoc }) => {
    const value = (name: string) => (name in data ? data[name] : originalDoc?.[name])
    data[key] = fields.map((name) => (value(name) ? idOf(value(name)) : 'none')).join(':')
    return data
  }
