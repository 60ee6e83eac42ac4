import type { Verifier } from './verifiers'

import { openAllSealed } from '../sealed/openAllSealed'

/** Opens what is sealed. With another secret nothing of it opens, so each collection is one finding. */
export const verifySealed: Verifier = async ({ institutionID, payload, reporter }) => {
  for (const { collection, documents, texts, unopened, unopenedID } of await openAllSealed({
    institutionID,
    payload,
  })) {
    if (documents) reporter.count(collection, documents)
    if (unopenedID)
      reporter.add([
        { id: unopenedID, actual: unopened, code: 'sealedUnopened', collection, expected: texts },
      ])
  }
}
