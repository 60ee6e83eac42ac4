/** The states in which a line holds what it stands for, seats included; `charging` is a sale whose first charge is under way. */
export const HELD_STATES = ['charging', 'reserved', 'sold'] as const
