/**
 * A path in the one form in which guards compare it: decoded once as Next does, lower case, no doubled, trailing or backward
 * slashes. A guard that compared the raw path would be walked around with `%66irst-register` or `//`.
 *
 * @returns undefined for what is not a readable path
 */
export const normalPath = (url: string): string | undefined => {
  // A whole URL in the request line is a proxy's way of asking; we are none.
  if (!url.startsWith('/')) return undefined
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0])
      .replace(/[\\/]+/g, '/')
      .toLowerCase()
    return path.length > 1 ? path.replace(/\/$/, '') : '/'
  } catch {
    return undefined
  }
}
