import perfectionist from 'eslint-plugin-perfectionist'
import tseslint from 'typescript-eslint'

import { nameAccessAndRequest } from './eslint/nameAccessAndRequest.mjs'
import { oneWayImports } from './eslint/oneWayImports.mjs'

const sorted = { type: 'natural', order: 'asc' }

/** Keys in alphabetical order, but first what says which thing it is. */
const keysSorted = {
  ...sorted,
  customGroups: [{ elementNamePattern: '^(_id|id|name|slug|type)$', groupName: 'top' }],
  groups: ['top', 'unknown'],
  partitionByComment: true,
  partitionByNewLine: true,
}

export default tseslint.config(
  {
    ignores: [
      '.cache',
      '.next',
      'data',
      'next-env.d.ts',
      'src/app/(payload)/admin/importMap.js',
      'src/migrations',
      'src/payload-types.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommended,
  {
    plugins: {
      perfectionist,
      reprise: {
        rules: {
          'name-access-and-request': nameAccessAndRequest,
          'one-way-imports': oneWayImports,
        },
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Payload's own types ask for it in places; a review decides, not a rule.
      '@typescript-eslint/no-empty-object-type': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true, varsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', 350],
      'no-var': 'error',
      'object-shorthand': ['error', 'properties'],
      'perfectionist/sort-named-exports': ['error', sorted],
      'perfectionist/sort-named-imports': ['error', sorted],
      'perfectionist/sort-object-types': ['error', keysSorted],
      'perfectionist/sort-objects': ['error', keysSorted],
      'prefer-const': 'error',
      'reprise/one-way-imports': 'error',
    },
  },
  {
    // A promise nobody waits for is a write outside its transaction, or an error nobody sees.
    files: ['src/**/*.{ts,tsx}', 'payload.config.ts'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
    },
  },
  {
    // Where a person is answered: endpoints, pages, and server actions beside them.
    files: ['endpoints', 'components', 'views'].flatMap((room) => [
      `src/${room}/**`,
      `src/plugins/*/${room}/**`,
    ]),
    rules: { 'reprise/name-access-and-request': 'error' },
  },
  {
    // Standard output belongs to the answers of the command line; everything else has a logger.
    files: ['src/**'],
    ignores: ['src/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    // A test or a translation table is as long as what it lists.
    files: [
      'src/demo/**',
      'src/translations/**',
      'src/plugins/*/translations/**',
      'test/**',
      'bench/**',
    ],
    rules: { 'max-lines': 'off' },
  },
)
