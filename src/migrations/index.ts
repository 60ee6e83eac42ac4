import * as migration_20261127_010519_initial from './20261127_010519_initial';

export const migrations = [
  {
    up: migration_20261127_010519_initial.up,
    down: migration_20261127_010519_initial.down,
    name: '20261127_010519_initial'
  },
];
