import * as migration_20261127_012454_initial from './20261127_012454_initial';

export const migrations = [
  {
    up: migration_20261127_012454_initial.up,
    down: migration_20261127_012454_initial.down,
    name: '20261127_012454_initial'
  },
];
