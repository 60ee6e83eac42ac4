import path from 'path'
import { fileURLToPath } from 'url'

/** The folder of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
