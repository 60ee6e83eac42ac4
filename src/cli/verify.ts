import type { Payload } from 'payload'

import { defineCommand } from './command'
import { exitCodes } from './exitCodes'
import { translate } from './reportError'
import { withPayload } from './withPayload'

type Options = { institution?: string }

/** `reprise verify`: recomputes everything that follows from something else, and says what does not agree. */
export const verify = defineCommand<Options>({
  name: 'verify',
  description: 'check sums, seats, renewals, numbers and runs of the whole house; changes nothing',
  help: `
May run while the house is at work. Ends with 0 when everything is right and with 4 when something was found.`,
  options: [{ description: 'only this institution, by its code', flags: '--institution <code>' }],
  run: async ({ options, output }) => {
    const { explainFinding } = await import('../operations/verify/explainFinding')
    const { verify: verifyHouse } = await import('../operations/verify')
    return withPayload(async (payload) => {
      const institutionID = options.institution
        ? await institutionOf({ code: options.institution, payload })
        : undefined
      const { checked, findings, omitted } = await verifyHouse({ institutionID, payload })
      const told = findings.map((finding) => ({
        ...finding,
        message: explainFinding({ finding, t: translate }),
      }))
      output.json({ checked, findings: told, omitted })
      for (const { id, code, collection, fileNumber, message } of told) {
        const file =
          fileNumber && translate('reprise:verify:summary:inFile', { number: fileNumber })
        output.text([file, `${collection} ${id}`, code, message].filter(Boolean).join(' · '))
      }
      output.text(
        Object.entries(checked)
          .map(([collection, count]) => `${collection}: ${count}`)
          .join(', '),
      )
      const total = findings.length + omitted
      if (omitted) output.text(translate('reprise:verify:summary:omitted', { count: omitted }))
      output.text(
        translate(`reprise:verify:summary:${total ? 'findings' : 'clean'}`, { count: total }),
      )
      return total ? exitCodes.findings : exitCodes.done
    })
  },
})

const institutionOf = async ({
  code,
  payload,
}: {
  code: string
  payload: Payload
}): Promise<string> => {
  const { docs } = await payload.find({
    collection: 'institutions',
    depth: 0,
    limit: 1,
    overrideAccess: true,
    where: { code: { equals: code } },
  })
  if (docs[0]) return String(docs[0].id)
  const { SetupError } = await import('../utilities/SetupError')
  throw new SetupError(`There is no institution "${code}".`)
}
