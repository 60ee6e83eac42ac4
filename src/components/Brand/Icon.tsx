/** The sign of the product: the bar with two dots by which a score begins a repeat, in French "reprise". */
export const BrandIcon = () => (
  <svg aria-hidden="true" fill="currentColor" height="20" viewBox="0 0 20 20" width="20">
    <rect height="18" width="4" x="3" y="1" />
    <rect height="18" width="1.5" x="9" y="1" />
    <circle cx="14.5" cy="7" r="1.8" />
    <circle cx="14.5" cy="13" r="1.8" />
  </svg>
)
