/** Share of light of one channel, WCAG 2.2, "relative luminance". */
const linear = (channel: number) => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

/** Relative luminance of a hexadecimal colour (#rgb, #rrggbb), 0 to 1; undefined for other notations. */
export const luminance = (color: string): number | undefined => {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(color.trim())
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color.trim())
  const channels = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1)
  if (!channels) return undefined
  const [red, green, blue] = channels.map((channel) => linear(Number.parseInt(channel, 16)))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/**
 * Black or white, whichever can be read better on the colour: always a contrast of 4.5 : 1 or more (WCAG 2.2,
 * 1.4.3). Undefined for a colour that is not hexadecimal.
 */
export const contrastingColor = (color: string): string | undefined => {
  const light = luminance(color)
  if (light === undefined) return undefined
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff'
}
