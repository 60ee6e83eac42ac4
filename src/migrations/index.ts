<<<<<<< HEAD
import * as migration_20261127_010519_initial from './20261127_010519_initial';

export const migrations = [
  {
    up: migration_20261127_010519_initial.up,
    down: migration_20261127_010519_initial.down,
    name: '20261127_010519_initial'
=======
import * as migration_20261127_012124_initial from './20261127_012124_initial';

export const migrations = [
  {
    up: migration_20261127_012124_initial.up,
    down: migration_20261127_012124_initial.down,
    name: '20261127_012124_initial'
>>>>>>> 3587684 (Generate the migration in the order of the navigation)
  },
];
