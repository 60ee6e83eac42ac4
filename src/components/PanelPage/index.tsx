import type { StepNavItem } from '@payloadcms/ui'
import type { AdminViewServerProps, TypedUser } from 'payload'
import type { ReactNode } from 'react'

import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'

type Viewed = Pick<AdminViewServerProps, 'initPageResult' | 'params' | 'searchParams'>

/**
 * Keeps a page of a plugin to those who may open it: a view of one's own is guarded by nobody else. Whoever is not logged in is sent to
 * the log-in, for anybody else there is no such page.
 */
export const guardPage = async (
  { initPageResult: { permissions, req } }: Viewed,
  mayOpen: (user: TypedUser) => boolean | Promise<boolean>,
): Promise<void> => {
  if (!req.user || !permissions.canAccessAdmin) redirect(`${req.payload.config.routes.admin}/login`)
  if (!(await mayOpen(req.user))) notFound()
}

/** A page of a plugin within the panel: navigation, the way that led there, and its content between the margins. */
export const PanelPage = ({
  children,
  className,
  nav,
  view: {
    initPageResult: { locale, permissions, req, visibleEntities },
    params,
    searchParams,
  },
}: {
  children: ReactNode
  className: string
  nav: StepNavItem[]
  view: Viewed
}) => (
  <DefaultTemplate
    i18n={req.i18n}
    locale={locale}
    params={params}
    payload={req.payload}
    permissions={permissions}
    req={req}
    searchParams={searchParams}
    user={req.user ?? undefined}
    visibleEntities={visibleEntities}
  >
    <SetStepNav nav={nav} />
    <main>
      <Gutter className={className}>{children}</Gutter>
    </main>
  </DefaultTemplate>
)
