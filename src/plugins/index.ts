import type { Plugin } from 'payload'

import { paymentsPlugin } from './payments'
import { renewalPlugin } from './renewal'
import { subscriberImportPlugin } from './subscriber-import'

/** All plugins, installed for every house, in the order of the navigation; each site switches on those it uses. */
export const plugins: Plugin[] = [renewalPlugin(), subscriberImportPlugin(), paymentsPlugin()]
