import * as migration_20261127_004449_initial from './20261127_004449_initial';

export const migrations = [
  {
    up: migration_20261127_004449_initial.up,
    down: migration_20261127_004449_initial.down,
    name: '20261127_004449_initial'
  },
];
