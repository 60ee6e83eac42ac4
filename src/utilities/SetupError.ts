/** Something that the person who installs Reprise must put right: the message is the sentence that says how. */
export class SetupError extends Error {
  override name = 'SetupError'
}
