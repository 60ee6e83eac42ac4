'use client'

import { Button, useConfig } from '@payloadcms/ui'

import { useStart } from './useStart'
import { useText } from './useText'

type Props = {
  batchID: null | string
  counts: Record<string, number>
  isSimulation: boolean
  state: string
}

/** What can be done after a check: import what is good, or go back to the file and its columns. */
export const RunActions = ({ batchID, counts, isSimulation, state }: Props) => {
  const text = useText()
  const { config } = useConfig()
  const { isStarting, start } = useStart(batchID ?? '')
  // A file imported on the command line has no page of its own.
  if (!batchID) return null
  return (
    <>
      <Button
        buttonStyle="secondary"
        el="link"
        margin={false}
        to={`${config.routes.admin}/collections/subscriber-imports/${batchID}`}
      >
        {text('toImport')}
      </Button>
      {isSimulation && state === 'done' && (counts.good ?? 0) > 0 && (
        <Button disabled={isStarting} margin={false} onClick={() => void start('goodOnly')}>
          {text('importGood')}
        </Button>
      )}
    </>
  )
}
