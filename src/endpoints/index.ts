import type { Endpoint } from 'payload'

import { changeSeatMap } from './changeSeatMap'
import { decideOutgoing } from './decideOutgoing'
import { fileSeatMap } from './fileSeatMap'
import { health } from './health'
import { openapi } from './openapi'
import { previewMail } from './previewMail'
import { runGroups } from './runs/runGroups'
import { runEvents, runProgress } from './runs/runProgress'
import { runRows } from './runs/runRows'
import { runRowsCSV } from './runs/runRowsCSV'
import { resumeRunEndpoint, stopRunEndpoint } from './runs/steerRun'

/** The endpoints of the core; each plugin adds its own. */
export const endpoints: Endpoint[] = [
  changeSeatMap,
  decideOutgoing,
  fileSeatMap,
  health,
  openapi,
  previewMail,
  resumeRunEndpoint,
  runEvents,
  runGroups,
  runProgress,
  runRows,
  runRowsCSV,
  stopRunEndpoint,
]
