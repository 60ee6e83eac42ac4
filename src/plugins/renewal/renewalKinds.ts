/** The kinds of runs of this plugin. */
export const renewalKind = 'renewal' as const
export const undoKind = 'renewal-undo' as const
