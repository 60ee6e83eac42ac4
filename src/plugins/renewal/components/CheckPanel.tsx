'use client'

import { useDocumentInfo, useFormFields, useFormModified, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { Check } from './checkInWords'

import { formatMoment } from '../../../utilities/formatMoment'
import { useCheck } from './useCheck'
import { useText } from './useText'
import './index.scss'

/** Payload draws a field when one comes near it: of a long form the end is shown first. */
const goToField = (field: string) => {
  const find = () => document.getElementById(`field-${field}`)
  if (!find()) scrollTo(0, document.body.scrollHeight)
  setTimeout(() => find()?.scrollIntoView({ block: 'center' }), 300)
}

/** What will happen, in numbers, and what stands in the way: always up to date with the saved batch. */
export const CheckPanel = () => {
  const text = useText()
  const { i18n } = useTranslation()
  const { ask, inWords } = useCheck()
  const { id, lastUpdateTime } = useDocumentInfo()
  const isModified = useFormModified()
  const [check, setCheck] = useState<'failed' | Check | null>(null)
  const moment = (at: string, timeZone: string) =>
    formatMoment({ at, language: i18n.language, timeZone })
  const nextRunAt = useFormFields(
    ([fields]) => fields.nextRunAt?.value as null | string | undefined,
  )
  const startAt = useFormFields(([fields]) => fields.startAt?.value as string | undefined)
  const when = useFormFields(([fields]) => fields.when?.value as string | undefined)
  useEffect(() => {
    if (!id) return
    let isGone = false
    setCheck(null)
    void ask(id).then((answer) => !isGone && setCheck(answer ?? 'failed'))
    return () => {
      isGone = true
    }
  }, [ask, id, lastUpdateTime])
  const [said, ...more] = check && check !== 'failed' ? inWords(check) : []
  return (
    <section aria-labelledby="renewal-check" className="renewal-check">
      <h2 id="renewal-check">{text('whatHappens')}</h2>
      {!id ? (
        <p>{text('steps')}</p>
      ) : !check ? (
        <p role="status">{text('checking')}</p>
      ) : check === 'failed' ? (
        <p role="alert">{text('checkFailed')}</p>
      ) : (
        <div role="status">
          <p>
            <strong>{said}</strong> {more.join(' ')}
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
          {nextRunAt ? (
            <p>
              {text('scheduledFor', { time: moment(nextRunAt, check.zone) })} ({check.zone}).
            </p>
          ) : (
            startAt &&
            when !== 'byHand' && (
              <p>
                {text('siteTime', { time: moment(startAt, check.zone), zone: check.zone })}{' '}
                <strong>{text('notScheduled')}</strong>
              </p>
            )
          )}
          {isModified && <p>{text('saveFirst')}</p>}
        </div>
      )}
    </section>
  )
}
