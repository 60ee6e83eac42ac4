'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'

import { usePost } from '../../../components/usePost'

type Props = {
  /** What it can be done to: what follows from it in sentences, and the endpoint. */
  choices: { body: string[]; path: string; title: string }[]
  /** Its texts are under this name, the message afterwards under `…Done`. */
  name: 'closeFailure' | 'takeBack'
}

/** A button that becomes a small form: what follows, and why it is done. The reason is asked for, the journal keeps it. */
export const ReasonForm = ({ name, choices }: Props) => {
  const { t } = useTranslation<Record<string, unknown>, string>()
  const text = (key: string) => t(`payments:desk:${key}` as never)
  const post = usePost()
  const router = useRouter()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [reason, setReason] = useState('')
  const choice = choices[chosen] ?? choices[0]!
  if (!isOpen)
    return (
      <Button
        aria-label={choices.length > 1 ? text(name) : `${text(name)}: ${choice.title}`}
        buttonStyle="secondary"
        margin={false}
        onClick={() => setOpen(true)}
        size="small"
      >
        {text(name)}
      </Button>
    )
  const close = () => {
    setOpen(false)
    setReason('')
    setChosen(0)
  }
  const send = async () => {
    setBusy(true)
    if (await post(choice.path, { reason })) {
      toast.success(text(`${name}Done`))
      close()
    }
    // Also when it was refused: somebody else may have been quicker.
    router.refresh()
    setBusy(false)
  }
  const isReady = !isBusy && reason.trim().length >= 3
  // No form of its own: it may stand in a table that is one.
  return (
    <div aria-labelledby={`${id}-title`} className="reason-form" role="group">
      {choices.length > 1 ? (
        <label id={`${id}-title`}>
          {text('which')}{' '}
          <select onChange={({ target }) => setChosen(Number(target.value))} value={chosen}>
            {choices.map(({ path, title }, i) => (
              <option key={path} value={i}>
                {title}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <strong id={`${id}-title`}>{choice.title}</strong>
      )}
      <ul id={`${id}-body`}>
        {choice.body.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <label htmlFor={`${id}-reason`}>{text('reason')}</label>
      <input
        aria-describedby={`${id}-body`}
        autoComplete="off"
        id={`${id}-reason`}
        maxLength={500}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          if (isReady) void send()
        }}
        required
        value={reason}
      />
      <div className="reason-form__buttons">
        <Button disabled={!isReady} margin={false} onClick={() => void send()} size="small">
          {text(name)}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={close} size="small">
          {t('payments:screens:cancel' as never)}
        </Button>
      </div>
    </div>
  )
}
