'use client'

import {
  Button,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormModified,
  useModal,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePost } from '../../../components/usePost'
import { StartModal } from './StartModal'
import { useText } from './useText'

const START_MODAL = 'renewal-start'

/** The buttons of a batch: simulate, start, schedule. Only for what is saved; what starts is what is on the screen. */
export const StartControls = () => {
  const text = useText()
  const post = usePost()
  const router = useRouter()
  const { config } = useConfig()
  const { id, data, hasSavePermission, setData } = useDocumentInfo()
  const isModified = useFormModified()
  const { dispatchFields } = useForm()
  const { openModal } = useModal()
  const when = useFormFields(([fields]) => fields.when?.value as string | undefined)
  const lastRun = useFormFields(([fields]) => fields.lastRun?.value as string | undefined)
  const nextRunAt = useFormFields(([fields]) => fields.nextRunAt?.value as string | undefined)
  if (!id || !hasSavePermission) return null

  const start = async (simulation: boolean) => {
    const answer = await post<{ runID: string }>(`/renewal/batches/${id}/start`, { simulation })
    if (answer) router.push(`${config.routes.admin}/collections/runs/${answer.runID}`)
  }
  const schedule = async (what: 'schedule' | 'unschedule') => {
    const answer = await post<{ nextRunAt?: string; updatedAt: string }>(
      `/renewal/batches/${id}/${what}`,
    )
    if (!answer) return
    // Not read anew from the server: what somebody has typed in the meantime would be gone. But the form must know that this change was
    // its own, or it takes it for another person's, locks, and is refused as it is saved.
    setData({ ...data, updatedAt: answer.updatedAt })
    dispatchFields({ type: 'UPDATE', path: 'updatedAt', value: answer.updatedAt })
    const isScheduled = what === 'schedule'
    dispatchFields({ type: 'UPDATE', path: 'nextRunAt', value: answer.nextRunAt ?? null })
    dispatchFields({
      type: 'UPDATE',
      path: 'state',
      value: isScheduled ? 'scheduled' : lastRun ? 'done' : 'new',
    })
  }
  const tooltip = isModified ? text('saveFirst') : undefined
  return (
    <div className="renewal-controls">
      <Button
        buttonStyle="secondary"
        disabled={isModified}
        margin={false}
        onClick={() => void start(true)}
        tooltip={tooltip}
      >
        {text('simulate')}
      </Button>
      {when === 'byHand' || !when ? (
        <Button
          disabled={isModified}
          margin={false}
          onClick={() => openModal(START_MODAL)}
          tooltip={tooltip}
        >
          {text('start')}
        </Button>
      ) : (
        !nextRunAt && (
          <Button
            disabled={isModified}
            margin={false}
            onClick={() => void schedule('schedule')}
            tooltip={tooltip}
          >
            {text('schedule')}
          </Button>
        )
      )}
      {nextRunAt && (
        <Button buttonStyle="secondary" margin={false} onClick={() => void schedule('unschedule')}>
          {text('unschedule')}
        </Button>
      )}
      <StartModal batchID={String(id)} onStart={() => start(false)} slug={START_MODAL} />
    </div>
  )
}
