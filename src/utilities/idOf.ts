/** The id of a relationship value, populated or not. */
export const idOf = (value: unknown): string =>
  String((value as { id?: string } | null)?.id ?? value)
