import { BrandIcon } from './Icon'
import './index.scss'

/** Sign and name, above the log-in. */
export const BrandLogo = () => (
  <span className="brand-logo">
    <BrandIcon />
    Reprise
  </span>
)
