'use client'

import { useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { useText } from './useText'
import './index.scss'

type Problem = {
  code: string
  field: string
  isBlocking: boolean
  message: string
  nextStep: string
}

type Check = {
  numbers: Record<
    | 'automatic'
    | 'files'
    | 'stopped'
    | 'toRenew'
    | 'unmapped'
    | 'unmappedTariff'
    | 'withoutPayment',
    number
  >
  problems: Problem[]
  unmapped: { count: number; subscription: string }[]
}

/** Payload draws a field when one comes near it: of a long form the end is shown first. */
const goToField = (field: string) => {
  const find = () => document.getElementById(`field-${field}`)
  if (!find()) scrollTo(0, document.body.scrollHeight)
  setTimeout(() => find()?.scrollIntoView({ block: 'center' }), 300)
}

/** What will happen, in numbers, and what stands in the way: always up to date with the saved batch. */
export const CheckPanel = () => {
  const text = useText()
  const { config } = useConfig()
  const { id, lastUpdateTime } = useDocumentInfo()
  const isModified = useFormModified()
  const [check, setCheck] = useState<Check | null>(null)
  useEffect(() => {
    if (!id) return
    let isGone = false
    setCheck(null)
    void fetch(`${config.serverURL}${config.routes.api}/renewal/batches/${id}/check`, {
      credentials: 'include',
    })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((body) => !isGone && setCheck(body))
      .catch(() => undefined)
    return () => {
      isGone = true
    }
  }, [config.routes.api, config.serverURL, id, lastUpdateTime])
  return (
    <section aria-labelledby="renewal-check" className="renewal-check">
      <h2 id="renewal-check">{text('whatHappens')}</h2>
      {!id ? (
        <p>{text('steps')}</p>
      ) : !check ? (
        <p role="status">{text('checking')}</p>
      ) : (
        <div role="status">
          <p>
            <strong>
              {text('numbers', {
                files: check.numbers.files,
                stopped: check.numbers.stopped,
                toRenew: check.numbers.toRenew,
                unmapped: check.numbers.unmapped + check.numbers.unmappedTariff,
              })}
            </strong>{' '}
            {check.numbers.automatic > 0 &&
              text('numbersAutomatic', { automatic: check.numbers.automatic })}
          </p>
          {check.unmapped.length > 0 && (
            <p>
              {text('unmappedList', {
                names: check.unmapped
                  .map(({ count, subscription }) => `${subscription} (${count})`)
                  .join(', '),
              })}
            </p>
          )}
          {check.problems.length ? (
            <ul>
              {check.problems.map((problem) => (
                <li
                  className={problem.isBlocking ? 'renewal-check__problem' : 'renewal-check__hint'}
                  key={`${problem.code}:${problem.message}`}
                >
                  {problem.message} {problem.nextStep}{' '}
                  <a href={`#field-${problem.field}`} onClick={() => goToField(problem.field)}>
                    {text('toField')}
                  </a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{text('noProblems')}</p>
          )}
          {isModified && <p>{text('saveFirst')}</p>}
        </div>
      )}
    </section>
  )
}
