import type { Endpoint } from 'payload'

import { health } from './health'
import { openapi } from './openapi'

/** The endpoints of the core; each plugin adds its own. */
export const endpoints: Endpoint[] = [health, openapi]
