import { StripeRefusal } from './errors'

export type Parameters = { [name: string]: Parameters | string }

/** Reads Stripe's form fields: `metadata[reference]=A1`, `expand[0]=latest_charge`. */
export const readParameters = (fields: URLSearchParams): Parameters => {
  const read: Parameters = {}
  for (const [name, value] of fields) {
    const [first, ...rest] = name.replaceAll(']', '').split('[') as [string, ...string[]]
    const path = [first, ...rest]
    let place = read
    for (const part of path.slice(0, -1)) place = (place[part] ??= {}) as Parameters
    place[path.at(-1)!] = value
  }
  return read
}

/** A `*` stands for any name. */
export type Allowed = string[]

/** Stripe refuses what it does not know, at any depth. */
export const checkParameters = (read: Parameters, allowed: Allowed, prefix = ''): void => {
  for (const [name, value] of Object.entries(read)) {
    const full = prefix ? `${prefix}[${name}]` : name
    if (typeof value !== 'string') {
      checkParameters(value, allowed, full)
      continue
    }
    const pattern = prefix ? [full, `${prefix}[*]`] : [full]
    if (!pattern.some((each) => allowed.includes(each)))
      throw new StripeRefusal(400, {
        code: 'parameter_unknown',
        message: `Received unknown parameter: ${full}`,
        param: full,
      })
  }
}

export const required = (read: Parameters, ...names: string[]): void => {
  for (const name of names)
    if (read[name] === undefined)
      throw new StripeRefusal(400, {
        code: 'parameter_missing',
        message: `Missing required param: ${name}.`,
        param: name,
      })
}

export const listOf = (value: Parameters | string | undefined): string[] =>
  value === undefined
    ? []
    : typeof value === 'string'
      ? [value]
      : (Object.values(value) as string[])
