/** Stops the MongoDB that `globalSetup` started. */
const globalTeardown = async (): Promise<void> => {
  await globalThis.startedMongoDB?.stop()
}

export default globalTeardown
