import { transformFileSync } from '@swc/core'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'fs'
import path from 'path'

const root = path.resolve(import.meta.dirname, '../..')

/**
 * Translates a program and what it imports of this project to plain JavaScript, beside `node_modules`. With tsx at run time
 * a start on Node 20 hangs now and then: the thread that translates and the one that waits for it both sleep.
 *
 * @param entry the file that is started
 * @returns the folder, to be removed, and the file to start
 */
export const compileProgram = (entry: string): { file: string; folder: string } => {
  const parent = path.join(root, '.cache')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(path.join(parent, 'program-'))
  const done = new Set<string>()

  const compile = (source: string): string => {
    const file = path.join(folder, path.relative(root, source)).replace(/\.ts$/, '.mjs')
    if (done.has(source)) return file
    done.add(source)
    const { code } = transformFileSync(source, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'es6' },
    })
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(
      file,
      code.replace(/(from |import\(|import )(["'])(\.[^"']*)\2/g, (_, before, __, to) => {
        const target = compile(find(path.resolve(path.dirname(source), to)))
        return `${before}'./${path.relative(path.dirname(file), target)}'`
      }),
    )
    return file
  }
  return { file: compile(entry), folder }
}

/** Relative imports here name no extension. */
const find = (name: string): string => {
  const found = [`${name}.ts`, path.join(name, 'index.ts')].find((file) => existsSync(file))
  if (!found) throw new Error(`There is no ${name}.ts for the program.`)
  return found
}
