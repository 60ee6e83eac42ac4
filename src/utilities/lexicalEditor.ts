/**
 * Payload's rich text editor: import it from here, also in tests and scripts.
 *
 * Lexical's packages load each other with `await import()`. On Node 20, loaded all at once, some of them wait for ever: the process
 * ends with code 13 and no word, now and then. With the one they all need loaded first, none does.
 */
await import('lexical')

export const { lexicalEditor } = await import('@payloadcms/richtext-lexical')
