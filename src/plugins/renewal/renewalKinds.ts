/** The kinds of runs of this plugin. */
export const renewalKind = 'renewal'
export const undoKind = 'renewal-undo'
