import type { Translate } from '../../../utilities/explain'

export type Check = {
  batchSize: null | number
  numbers: Record<
    | 'alreadyRenewed'
    | 'automatic'
    | 'files'
    | 'stopped'
    | 'toRenew'
    | 'unmapped'
    | 'unmappedTariff'
    | 'withoutPayment',
    number
  >
  problems: {
    code: string
    field: string
    isBlocking: boolean
    message: string
    nextStep: string
  }[]
  unmapped: { count: number; subscription: string }[]
  /** The site's. */
  zone: string
}

/**
 * What a check has counted, in sentences: what will be renewed, and then of the others only what there is.
 *
 * @returns the first says the most important
 */
export const checkInWords = ({
  batchSize,
  numbers: { alreadyRenewed, automatic, stopped, toRenew, unmapped, unmappedTariff },
  t,
}: {
  t: Translate
} & Pick<Check, 'batchSize' | 'numbers'>): string[] => {
  const text = (key: string, count: number) => t(`renewal:screens:${key}`, { count })
  const withoutTarget = unmapped + unmappedTariff
  if (!toRenew && alreadyRenewed && !stopped && !withoutTarget)
    return [text('numbersAll', alreadyRenewed)]
  const further = [
    ['numbersAutomatic', automatic],
    ['numbersAlready', alreadyRenewed],
    ['numbersStopped', stopped],
    ['numbersUnmapped', withoutTarget],
  ] as const
  return [
    toRenew ? text('numbers', toRenew) : t('renewal:screens:numbersNone'),
    ...(toRenew && batchSize ? [text('numbersAtMost', batchSize)] : []),
    ...further.flatMap(([key, count]) => (count ? text(key, count) : [])),
  ]
}
