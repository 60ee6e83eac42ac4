import type { Translate } from './explain'

type Options = { min?: number; req: { t: unknown }; required?: boolean }

/** Accepts whole minor units from `min` on; the same check for the server and for the field a person types into. */
export const validateAmount = (value: unknown, { min, req, required }: Options): string | true => {
  const t = req.t as Translate
  if (value === undefined || value === null || value === '')
    return required ? t('validation:required') : true
  if (!Number.isSafeInteger(value)) return t('reprise:fields:amountInvalid')
  if (min !== undefined && (value as number) < min)
    return t('reprise:fields:amountTooSmall', { min: (min / 100).toFixed(2) })
  return true
}
