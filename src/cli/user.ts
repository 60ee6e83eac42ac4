import type { Payload, PayloadRequest } from 'payload'

import { randomBytes } from 'crypto'

import type { Output } from './command'

import { roles } from '../access/roles'
import { defineCommand } from './command'
import { withPayload } from './withPayload'

type CreateOptions = {
  name: string
  email: string
  institution?: string
  institutionName?: string
  passwordStdin?: boolean
  role: string[]
  site?: string[]
}

const passwordOption = {
  description: 'read the password from standard input; without it one is made and shown once',
  flags: '--password-stdin',
}
const emailOption = {
  description: 'the address the person logs in with',
  flags: '--email <address>',
  required: true,
}

const create = defineCommand<CreateOptions>({
  name: 'create',
  description: 'make an account, and its institution where that does not exist yet',
  help: `
Example, the first account of a new house:
  npx reprise user create --email anna@theater.example --name "Anna Muster" --role administrator \\
    --institution theater --institution-name "Theater Musterstadt"`,
  options: [
    emailOption,
    { description: 'the name of the person', flags: '--name <name>', required: true },
    {
      choices: roles.map(({ value }) => value),
      description: 'what the person may do; several with spaces between',
      flags: '--role <role...>',
      required: true,
    },
    {
      description: 'code of the institution; not needed where there is one only',
      flags: '--institution <code>',
    },
    { description: 'make the institution under this name', flags: '--institution-name <name>' },
    {
      description: 'codes of the sites the person is bound to; without it all',
      flags: '--site <code...>',
    },
    passwordOption,
  ],
  run: async ({ options, output }) => {
    const { name, email, role, site } = options
    const { isMade, password } = await choosePassword(options.passwordStdin)
    await withPayload(async (payload) => {
      const { inTransaction } = await import('../database/inTransaction')
      const user = await inTransaction({
        payload,
        work: async (req) => {
          const institution = await institutionFor(req, options)
          const sites = site ? await sitesOf(req, institution, site) : []
          return payload.create({
            collection: 'users',
            data: { name, email, institution, password, roles: role, sites } as never,
            overrideAccess: true,
            req,
          })
        },
      })
      output.text(`Account made for ${email}.`)
      report({
        data: { id: user.id, email, institution: idOf(user.institution), roles: role },
        isMade,
        output,
        password,
      })
    })
  },
})

const list = defineCommand({
  name: 'list',
  description: 'list the accounts',
  options: [],
  run: ({ output }) =>
    withPayload(async (payload) => {
      const { docs } = await payload.find({
        collection: 'users',
        depth: 1,
        overrideAccess: true,
        pagination: false,
        sort: 'email',
      })
      for (const { id, name, email, institution, roles: own } of docs as Record<string, any>[]) {
        output.json({ id, name, email, institution: institution?.code, roles: own })
        output.text([email, name, institution?.code, own.join(', ')].join('\t'))
      }
    }),
})

const password = defineCommand<{ email: string; passwordStdin?: boolean }>({
  name: 'password',
  description: 'give an account a new password, and log it out everywhere',
  options: [emailOption, passwordOption],
  run: async ({ options: { email, passwordStdin }, output }) => {
    const chosen = await choosePassword(passwordStdin)
    await withPayload(async (payload) => {
      const user = await userOf(payload, email)
      await payload.update({
        id: user.id,
        collection: 'users',
        data: { password: chosen.password },
        overrideAccess: true,
      })
      output.text(`New password for ${email}.`)
      report({
        data: { id: user.id, email },
        isMade: chosen.isMade,
        output,
        password: chosen.password,
      })
    })
  },
})

/** `reprise user`: accounts are made here and in the panel by an administrator, never by a form that anybody reaches. */
export const user = defineCommand({
  name: 'user',
  commands: [create, list, password],
  description: 'make and list accounts, give new passwords',
  options: [],
})

type ReportArgs = {
  data: Record<string, unknown>
  isMade: boolean
  output: Output
  password: string
}

const report = ({ data, isMade, output, password: chosen }: ReportArgs): void => {
  output.json({ ...data, ...(isMade && { password: chosen }) })
  if (isMade) output.text(`Password, shown this once: ${chosen}`)
}

const choosePassword = async (
  fromStdin = false,
): Promise<{ isMade: boolean; password: string }> => {
  if (!fromStdin) return { isMade: true, password: randomBytes(15).toString('base64url') }
  let given = ''
  for await (const chunk of process.stdin) given += chunk
  const { RepriseError } = await import('../utilities/errors')
  const { MINIMUM_PASSWORD_LENGTH } = await import('../hooks/accounts/refuseShortPassword')
  const line = given.replace(/\r?\n$/, '')
  if (line.length < MINIMUM_PASSWORD_LENGTH)
    throw new RepriseError('passwordTooShort', {
      field: 'password',
      values: { minimum: MINIMUM_PASSWORD_LENGTH },
    })
  return { isMade: false, password: line }
}

const institutionFor = async (
  req: PayloadRequest,
  { institution: code, institutionName }: CreateOptions,
): Promise<string> => {
  const { SetupError } = await import('../utilities/SetupError')
  const { docs } = await req.payload.find({
    collection: 'institutions',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    ...(code && { where: { code: { equals: code } } }),
  })
  if (docs.length === 1 && !institutionName) return String(docs[0].id)
  if (code && !docs.length && institutionName) {
    const made = await req.payload.create({
      collection: 'institutions',
      data: { name: institutionName, code } as never,
      overrideAccess: true,
      req,
    })
    return String(made.id)
  }
  if (code && docs.length)
    throw new SetupError(`The institution "${code}" exists already. Leave --institution-name out.`)
  if (code)
    throw new SetupError(`There is no institution "${code}". Add --institution-name to make it.`)
  throw new SetupError(
    docs.length
      ? 'There are several institutions. Name one by its code: --institution <code>'
      : 'There is no institution yet. Make it: --institution <code> --institution-name <name>',
  )
}

const sitesOf = async (
  req: PayloadRequest,
  institution: string,
  codes: string[],
): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection: 'sites',
    depth: 0,
    overrideAccess: true,
    pagination: false,
    req,
    where: { and: [{ institution: { equals: institution } }, { code: { in: codes } }] },
  })
  const missing = codes.filter((code) => !docs.some((doc) => doc.code === code))
  if (!missing.length) return docs.map((doc) => String(doc.id))
  const { SetupError } = await import('../utilities/SetupError')
  throw new SetupError(
    `The institution has no site ${missing.map((code) => `"${code}"`).join(', ')}.`,
  )
}

const userOf = async (payload: Payload, email: string) => {
  const { docs } = await payload.find({
    collection: 'users',
    depth: 0,
    overrideAccess: true,
    where: { email: { equals: email.toLowerCase().trim() } },
  })
  if (docs[0]) return docs[0]
  const { SetupError } = await import('../utilities/SetupError')
  throw new SetupError(`There is no account for ${email}. "reprise user list" shows them all.`)
}

const idOf = (value: unknown): string => String((value as { id?: string })?.id ?? value)
