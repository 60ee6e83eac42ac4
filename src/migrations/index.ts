import * as migration_20261123_212725_initial from './20261123_212725_initial';

export const migrations = [
  {
    up: migration_20261123_212725_initial.up,
    down: migration_20261123_212725_initial.down,
    name: '20261123_212725_initial'
  },
];
