import * as migration_20261126_235242_initial from './20261126_235242_initial';

export const migrations = [
  {
    up: migration_20261126_235242_initial.up,
    down: migration_20261126_235242_initial.down,
    name: '20261126_235242_initial'
  },
];
