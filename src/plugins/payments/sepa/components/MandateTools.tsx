import type { PayloadRequest, UIFieldServerProps } from 'payload'

import { isPluginOn } from '../../../../access/isPluginOn'
import { staffOf } from '../../../../access/ofOwnInstitution'
import { readMany } from '../../../../database/bulk'
import { paymentSlugs } from '../../collections/slugs'
import '../../components/index.scss'
import { FILE_PROVIDER } from '../fileProvider'
import { mayChangeAccount } from '../operations/mayCollect'
import { AccountForm } from './AccountForm'

/** On the page of a mandate that is collected by file: the form for another account. */
export const MandateTools = async ({ id, req: given }: { id?: string } & UIFieldServerProps) => {
  const req = given as PayloadRequest
  if (!id || !mayChangeAccount(req) || !(await isPluginOn({ plugin: 'payments', req }))) return null
  const { payload } = req
  const [mandate] = await readMany<{ id: string; account: string; state: string }>({
    collection: 'mandates',
    payload,
    select: ['account', 'state'],
    where: { id, institution: staffOf(req)!.institution, state: ['active', 'stopped'] },
  })
  if (!mandate) return null
  const [account] = await readMany<{ id: string; provider: string }>({
    collection: paymentSlugs.accounts as 'sites',
    payload,
    select: ['provider'],
    where: { id: mandate.account },
  })
  if (account?.provider !== FILE_PROVIDER) return null
  return (
    <div className="direct-debits">
      <AccountForm mandateID={id} />
    </div>
  )
}
