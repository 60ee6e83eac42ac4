import type { CollectionBeforeValidateHook } from 'payload'

export const checkBatch: CollectionBeforeValidateHook = ({ data }) => data
