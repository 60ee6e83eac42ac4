import type { PayloadRequest, RelationshipFieldServerProps } from 'payload'

import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany } from '../../../../database/bulk'
import { idOf } from '../../../../utilities/idOf'
import { paymentSlugs } from '../../collections/slugs'
import { debitPlaces } from '../operations/debitPlaces'
import { MandateAccountPicker } from './MandateAccountPicker'

/** The account that a mandate is for: of a new one, a choice of those that the person's sites collect to; of others, its name. */
export const MandateAccount = async ({
  clientField,
  operation,
  path,
  req,
  value,
}: { operation?: string; req: PayloadRequest; value?: unknown } & RelationshipFieldServerProps) => {
  const { payload } = req
  const accounts = new Map<string, string>()
  if (operation === 'create')
    for (const { account } of await debitPlaces({ payload, req }))
      accounts.set(account.id, account.name)
  else if (value) {
    const institution = staffOf(req)?.institution
    const [account] = institution
      ? await readMany<{ id: string; name: string }>({
          collection: paymentSlugs.accounts as 'sites',
          payload,
          select: ['name'],
          where: { id: idOf(value), institution },
        })
      : []
    if (account) accounts.set(account.id, account.name)
  }
  return (
    <MandateAccountPicker
      accounts={[...accounts].map(([id, name]) => ({ id, name }))}
      isNew={operation === 'create'}
      label={clientField.label}
      path={path}
    />
  )
}
