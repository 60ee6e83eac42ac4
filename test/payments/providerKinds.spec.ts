import { describe, expect, it } from '@jest/globals'

import { openProvider, providerKinds } from '../../src/plugins/payments/providers'
import { SetupError } from '../../src/utilities/SetupError'

/** Something in every field of a kind. */
const filled = (kind: string): Record<string, string> => {
  const { credentials } = providerKinds.find(({ name }) => name === kind)!
  const texts: Record<string, string> = { address: 'http://127.0.0.1:9', environment: 'sandbox' }
  return Object.fromEntries(credentials.map(({ name }) => [name, texts[name] ?? 'ab']))
}

describe('the kinds of payment provider', () => {
  it('should be told apart by name', () => {
    expect(providerKinds.map(({ name }) => name)).toEqual(['stripe', 'datatrans', 'fake'])
  })

  it.each(providerKinds)('should name each field of $name in three languages', (kind) => {
    for (const { label } of [kind, ...kind.credentials])
      for (const text of [label.de, label.en, label.fr]) expect(text.trim()).toBeTruthy()
  })

  it.each(providerKinds)('should keep keys and passwords of $name secret', ({ credentials }) => {
    for (const { name, isSecret } of credentials)
      expect(isSecret).toBe(/key|password|secret/i.test(name))
  })

  it.each(providerKinds)('should open $name', ({ name }) => {
    const provider = openProvider({ credentials: filled(name), kind: name })
    expect(provider.capabilities().card).toBe(true)
  })

  it.each(providerKinds)('should not open $name without what it needs', ({ name, credentials }) => {
    const needed = credentials.filter(({ required }) => required)
    expect(needed.length).toBeGreaterThan(0)
    for (const field of needed) {
      const open = () =>
        openProvider({ credentials: { ...filled(name), [field.name]: '' }, kind: name })
      expect(open).toThrow(SetupError)
      expect(open).toThrow(field.label.en)
    }
  })

  it('should not open what is not there', () => {
    expect(() => openProvider({ credentials: {}, kind: 'acme' })).toThrow(SetupError)
  })

  it('should not take a mistyped environment for the live one', () => {
    const credentials = { ...filled('datatrans'), environment: 'Sandbox' }
    expect(() => openProvider({ credentials, kind: 'datatrans' })).toThrow(SetupError)
  })
})
