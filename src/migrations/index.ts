import * as migration_20261127_052406_initial from './20261127_052406_initial';

export const migrations = [
  {
    up: migration_20261127_052406_initial.up,
    down: migration_20261127_052406_initial.down,
    name: '20261127_052406_initial'
  },
];
