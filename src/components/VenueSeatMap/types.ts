/** A text of the editor by its key below `reprise:venueSeatMap`. */
export type Text = (key: string, values?: Record<string, number | string>) => string
