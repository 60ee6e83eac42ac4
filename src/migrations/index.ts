import * as migration_20261127_001801_initial from './20261127_001801_initial';

export const migrations = [
  {
    up: migration_20261127_001801_initial.up,
    down: migration_20261127_001801_initial.down,
    name: '20261127_001801_initial'
  },
];
