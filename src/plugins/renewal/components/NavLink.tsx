'use client'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'

/** A link of the navigation that knows when it is open. */
export const NavLink = ({ href, label }: { href: string; label: string }) => {
  const isActive = usePathname().startsWith(href)
  return (
    <Link aria-current={isActive ? 'page' : undefined} className={`nav__link${isActive ? ' active' : ''}`} href={href} prefetch={false}>
      {isActive && <div className="nav__link-indicator" />}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
