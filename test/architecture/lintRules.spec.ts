import { describe, expect, it } from '@jest/globals'
import { ESLint } from 'eslint'
import path from 'path'

const root = path.resolve(import.meta.dirname, '../..')

/** The project's own configuration, without the rules that need the types of a whole program. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    {
      languageOptions: { parserOptions: { projectService: false } },
      rules: Object.fromEntries(
        ['await-thenable', 'no-floating-promises', 'no-misused-promises'].map((name) => [
          `@typescript-eslint/${name}`,
          'off',
        ]),
      ),
    },
  ],
})

/** @returns the rules that a text breaks when it stands in this file */
const broken = async (file: string, code: string): Promise<string[]> => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: path.join(root, file) })
  return result!.messages.map(({ message, ruleId }) => ruleId ?? message)
}

describe('imports', () => {
  const rule = 'reprise/one-way-imports'
  const take = (source: string) => `export { a } from '${source}'`

  it.each([
    ['an operation from a plugin', 'src/operations/a.ts', '../plugins/renewal/operations/b'],
    ['a collection from a plugin', 'src/collections/A.ts', '../plugins/renewal'],
    ['a plugin from another', 'src/plugins/renewal/a.ts', '../exchange/operations/b'],
    ['a deep plugin file from another', 'src/plugins/renewal/jobs/a.ts', '../../exchange'],
    ['a plugin from the list of plugins', 'src/plugins/renewal/a.ts', '..'],
    ['the database from an operation', 'src/database/a.ts', '../operations/b'],
    ['the database from a hook', 'src/database/a.ts', '../hooks/b'],
    ['a utility from the database', 'src/utilities/a.ts', '../database/b'],
    ['a utility from access', 'src/utilities/a.ts', '../access/roles'],
    ['printing from an operation', 'src/print/pdf/a.ts', '../../operations/b'],
    ['printing from a utility', 'src/print/a.ts', '../utilities/b'],
    ['printing from the database', 'src/print/a.ts', '../database/b'],
    ['printing from Payload', 'src/print/a.ts', 'payload'],
    ['printing from a part of Payload', 'src/print/a.ts', '@payloadcms/ui'],
    ['the database from printing', 'src/database/a.ts', '../print/b'],
    ['the fake provider from a plugin', 'src/plugins/payments/a.ts', '../../fake-provider/b'],
    ['the fake provider from an operation', 'src/operations/a.ts', '../fake-provider/b'],
    ['a plugin from the fake provider', 'src/fake-provider/a.ts', '../plugins/payments/b'],
    ['the database from the fake provider', 'src/fake-provider/a.ts', '../database/b'],
    ['a job from the server', 'src/jobs/a.ts', '../server/b'],
    ['a hook from the command line', 'src/hooks/a.ts', '../cli/run'],
    ['an endpoint from the configuration', 'src/endpoints/a.ts', '../../payload.config'],
    ['a translation from an operation', 'src/translations/a.ts', '../operations/b'],
  ])('should not take %s', async (_, file, source) => {
    expect(await broken(file, take(source))).toEqual([rule])
  })

  it('should be looked at in every form', async () => {
    const file = 'src/database/a.ts'
    for (const code of [
      `import { a } from '../operations/b'\n\nexport const b = a`,
      `import type { A } from '../operations/b'\n\nexport type B = A`,
      `export * from '../operations/b'`,
      `export const b = () => import('../operations/b')`,
    ])
      expect(await broken(file, code)).toEqual([rule])
  })

  it.each([
    ['src/plugins/renewal/a.ts', '../../operations/b'],
    ['src/plugins/renewal/jobs/a.ts', '../operations/b'],
    ['src/plugins/renewal/a.ts', '../../database/b'],
    ['src/plugins/index.ts', './renewal'],
    ['src/operations/a.ts', '../hooks/b'],
    ['src/operations/a.ts', '../print/b'],
    ['src/hooks/a.ts', '../database/b'],
    ['src/database/a.ts', '../utilities/b'],
    ['src/database/a.ts', '../collections/slugs'],
    ['src/print/a.ts', './pdf/b'],
    ['src/fake-provider/a.ts', '../utilities/b'],
    ['src/server/a.ts', '../plugins'],
    ['src/cli/a.ts', '../../payload.config'],
    ['test/a.spec.ts', '../src/plugins/renewal'],
  ])('should be free from %s to %s', async (file, source) => {
    expect(await broken(file, take(source))).toEqual([])
  })
})

describe('a call of the Local API where a person is answered', () => {
  const rule = 'reprise/name-access-and-request'

  it.each([
    ['without anything', `payload.find({ collection: 'files' })`],
    ['without the request', `payload.find({ collection: 'files', overrideAccess: false })`],
    ['without access', `payload.update({ id: 1, collection: 'files', data: {}, req })`],
    ['through the request', `req.payload.create({ collection: 'files', data: {} })`],
    ['with options from elsewhere', `payload.delete(options)`],
    ['for one document', `payload.findByID({ id: 1, collection: 'files' })`],
    ['to count', `payload.count({ collection: 'files', req })`],
  ])('should be refused %s', async (_, call) => {
    const code = `export const a = async (payload: any, req: any, options: any) => [req, options, await ${call}]`
    for (const file of [
      'src/endpoints/a.ts',
      'src/plugins/renewal/endpoints/a.ts',
      'src/plugins/renewal/views/a.tsx',
    ])
      expect(await broken(file, code)).toEqual([rule])
    expect(await broken('src/operations/a.ts', code)).toEqual([])
  })

  it('should pass when it names both', async () => {
    const call = `payload.find({ collection: 'files', overrideAccess: false, req })`
    expect(
      await broken('src/endpoints/a.ts', `export const a = (payload: any, req: any) => ${call}`),
    ).toEqual([])
    expect(
      await broken('src/endpoints/a.ts', `export const a = (map: any) => map.delete({ a: 1 })`),
    ).toEqual([])
  })
})

describe('keys', () => {
  it('should be in order, the naming ones first', async () => {
    expect(await broken('src/hooks/a.ts', `export const a = { name: 1, amount: 2 }`)).toEqual([])
    expect(await broken('src/hooks/a.ts', `export const a = { amount: 2, name: 1 }`)).toEqual([
      'perfectionist/sort-objects',
    ])
  })
})

describe('a promise', () => {
  it('should be waited for', async () => {
    const { rules } = await new ESLint({ cwd: root }).calculateConfigForFile('src/server.ts')
    expect(rules['@typescript-eslint/no-floating-promises'][0]).toBe(2)
  })
})
