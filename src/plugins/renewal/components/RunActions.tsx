'use client'

import { Button, ConfirmationModal, useConfig, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePost } from '../../../components/usePost'
import { StartModal } from './StartModal'
import { useText } from './useText'

type Props = {
  batchID: null | string
  counts: Record<string, number>
  isSimulation: boolean
  runID: string
  state: string
}

const AGAIN_MODAL = 'renewal-again'
const START_MODAL = 'renewal-start-for-real'
const UNDO_MODAL = 'renewal-undo'

/** What can be done with a finished renewal: for real, the failed again, undo. */
export const RunActions = ({ batchID, counts, isSimulation, runID, state }: Props) => {
  const text = useText()
  const post = usePost()
  const router = useRouter()
  const { config } = useConfig()
  const { openModal } = useModal()
  const go = async (path: string, body?: unknown) => {
    const answer = await post<{ runID: string }>(path, body)
    if (answer) router.push(`${config.routes.admin}/collections/runs/${answer.runID}`)
  }
  const made = (counts.sold ?? 0) + (counts.reserved ?? 0)
  const isOver = ['done', 'failed', 'stopped'].includes(state)
  const modal = { cancelLabel: text('cancel') }
  return (
    <>
      {batchID && (
        <Button
          buttonStyle="secondary"
          el="link"
          margin={false}
          to={`${config.routes.admin}/collections/renewal-batches/${batchID}`}
        >
          {text('toBatch')}
        </Button>
      )}
      {isOver && isSimulation && batchID && (
        <Button margin={false} onClick={() => openModal(START_MODAL)}>
          {text('startForReal')}
        </Button>
      )}
      {isOver && (counts.failed ?? 0) > 0 && (
        <Button buttonStyle="secondary" margin={false} onClick={() => openModal(AGAIN_MODAL)}>
          {text('again', { count: counts.failed ?? 0 })}
        </Button>
      )}
      {isOver && !isSimulation && made > 0 && (
        <Button buttonStyle="secondary" margin={false} onClick={() => openModal(UNDO_MODAL)}>
          {text('undo')}
        </Button>
      )}
      {batchID && (
        <StartModal
          batchID={batchID}
          onStart={() => go(`/renewal/batches/${batchID}/start`, { simulation: false })}
          slug={START_MODAL}
        />
      )}
      <ConfirmationModal
        {...modal}
        body={text('againBody', { count: counts.failed ?? 0 })}
        confirmLabel={text('start')}
        heading={text('again', { count: counts.failed ?? 0 })}
        modalSlug={AGAIN_MODAL}
        onConfirm={() => go(`/renewal/runs/${runID}/again`)}
      />
      <ConfirmationModal
        {...modal}
        body={text('undoBody')}
        confirmLabel={text('undo')}
        heading={text('undoTitle')}
        modalSlug={UNDO_MODAL}
        onConfirm={() => go(`/renewal/runs/${runID}/undo`)}
      />
    </>
  )
}
