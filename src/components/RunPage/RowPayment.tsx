import type { RunRow } from '../../endpoints/runs/runRows'

/** What a row of a renewal says of its payment, as far as it has a plan. Minor units. */
type Details = { label?: string; schedule?: { amount: number; dueAt: string }[] } | null

type Props = {
  amount: (minorUnits: number) => null | string
  day: (at: string) => string
  row: RunRow
  /** Whether the card or mandate and the instalments are said too. */
  showsPlan: boolean
}

/** How a subscription is paid: in what way, from which card or mandate, and how much on which day. */
export const RowPayment = ({ amount, day, row: { details, payment }, showsPlan }: Props) => {
  const { label, schedule = [] } = (showsPlan && (details as Details)) || {}
  return (
    <>
      {payment}
      {label && <small className="run-rows__number">{label}</small>}
      {schedule.map((one) => (
        <small className="run-rows__number" key={one.dueAt}>
          {day(one.dueAt)} · {amount(one.amount)}
        </small>
      ))}
    </>
  )
}
