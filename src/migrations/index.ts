import * as migration_20261127_004532_initial from './20261127_004532_initial';

export const migrations = [
  {
    up: migration_20261127_004532_initial.up,
    down: migration_20261127_004532_initial.down,
    name: '20261127_004532_initial'
  },
];
