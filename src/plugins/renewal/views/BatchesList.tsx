import type { ListViewServerProps } from 'payload'

import { redirect } from 'next/navigation'

/** The list of the collection is the page of batches: one place to look at, from the navigation and from the breadcrumbs. */
export const BatchesList = ({ payload }: ListViewServerProps) =>
  redirect(`${payload.config.routes.admin}/batches`)
