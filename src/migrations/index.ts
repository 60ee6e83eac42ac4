import * as migration_20261126_231759_initial from './20261126_231759_initial';

export const migrations = [
  {
    up: migration_20261126_231759_initial.up,
    down: migration_20261126_231759_initial.down,
    name: '20261126_231759_initial'
  },
];
