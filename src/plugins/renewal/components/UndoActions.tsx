import type { I18n } from '@payloadcms/translations'
import type { Payload } from 'payload'

import { Button } from '@payloadcms/ui'

import type { Run } from '../../../jobs/runs/types'
import type { UndoSettings } from '../operations/startUndo'

type Props = { i18n: I18n<any, any>; payload: Payload; run: Run<UndoSettings> }

/** From the page of an undo to what it took back, and to the batch, which can be started again. */
export const UndoActions = ({ i18n, payload, run }: Props) =>
  [
    { address: `runs/${run.settings.runID}`, key: 'toUndone' },
    ...(run.batch ? [{ address: `renewal-batches/${run.batch}`, key: 'toBatch' }] : []),
  ].map(({ address, key }) => (
    <Button
      buttonStyle="secondary"
      el="link"
      key={key}
      margin={false}
      to={`${payload.config.routes.admin}/collections/${address}`}
    >
      {i18n.t(`renewal:screens:${key}` as never)}
    </Button>
  ))
