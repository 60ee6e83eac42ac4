import { XmlDocument, XsdValidator } from 'libxml2-wasm'

import { readSample } from './samples'

const validators = new Map<string, XsdValidator>()

const validatorOf = (version: string): XsdValidator => {
  const known = validators.get(version)
  if (known) return known
  const schema = XmlDocument.fromBuffer(readSample(`pain/xsd/pain.008.001.${version}.xsd`))
  const validator = XsdValidator.fromDoc(schema)
  validators.set(version, validator)
  return validator
}

/** What the published schema of pain.008 finds wrong in a file; nothing when it is right. */
export const violations = (xml: string, version: '02' | '08'): string[] => {
  const document = XmlDocument.fromString(xml)
  try {
    validatorOf(version).validate(document)
    return []
  } catch (err) {
    return [(err as Error).message]
  } finally {
    document.dispose()
  }
}
