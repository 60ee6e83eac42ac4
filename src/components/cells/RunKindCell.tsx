import type { DefaultServerCellComponentProps } from 'payload'

import { runKindNamed } from '../../jobs/runs/runKinds'

/** What a run does, in the words of the plugin that knows it. */
export const RunKindCell = ({ cellData, i18n }: DefaultServerCellComponentProps) =>
  i18n.t(`${runKindNamed(String(cellData)).namespace}:kinds:${cellData}` as never)
