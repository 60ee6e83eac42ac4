import type { DebitsText } from './debitsText'
import type { ReportRow } from './loadDebits'

/** What the bank has reported: what came of each file, and the rows that nobody could be found for. */
export const ReportTable = ({ reports, view }: { reports: ReportRow[]; view: DebitsText }) => {
  const { text, unmatched } = view
  if (!reports.length) return <p>{text('noReports')}</p>
  return reports.map((report) => (
    <section key={report.id}>
      <h3>
        {report.fileName} · {report.kind}
      </h3>
      <p>{report.isDone ? text('counts', { ...report.counts }) : text('interrupted')}</p>
      {report.unmatched.length > 0 && (
        <details>
          <summary>
            {text('unmatched')}: {report.counts.unmatched}
          </summary>
          <ul>
            {report.unmatched.map((row, i) => (
              <li key={i}>
                {[
                  row.name,
                  row.amount !== null && view.amount(row.amount, row.currency),
                  row.reference,
                  row.mandate,
                  row.code,
                  row.text,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                <small>{unmatched(row.why)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  ))
}
