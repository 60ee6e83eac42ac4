import type { TextFieldServerProps } from 'payload'

import { FieldLabel } from '@payloadcms/ui'

import type { Translate } from '../utilities/explain'

import { causeText } from '../operations/payments/paymentMethods'

/** Why a payment did not come in, on the page of one: the sentence instead of its code. Nobody types it there. */
export const CauseField = ({
  clientField,
  i18n,
  path,
  value,
}: { value?: unknown } & TextFieldServerProps) => (
  <div className="field-type text read-only">
    <FieldLabel label={clientField.label} path={path} />
    <p id={`field-${path}`}>
      {typeof value === 'string' && value ? causeText(value, i18n.t as Translate) : '–'}
    </p>
  </div>
)
