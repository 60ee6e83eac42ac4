type Props = { done: number; label: string; total: number }

/** How much is done, for eyes and screen readers. */
export const ProgressBar = ({ done, label, total }: Props) => {
  const percent = total ? Math.min(100, Math.round((done / total) * 100)) : 0
  return (
    <div
      aria-label={label}
      aria-valuemax={100}
      aria-valuemin={0}
      aria-valuenow={percent}
      className="run-progress"
      role="progressbar"
    >
      <div className="run-progress__done" style={{ width: `${percent}%` }} />
    </div>
  )
}
