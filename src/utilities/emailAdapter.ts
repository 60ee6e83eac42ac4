import { createHash, randomUUID } from 'crypto'
import { mkdir, rename, writeFile } from 'fs/promises'
import { createTransport } from 'nodemailer'
import path from 'path'

import type { EmailAdapter, SendEmailOptions } from 'payload'

import { environment } from './environment'

/** Where a message went: the id a mail server gave it, or the file it lies in. */
export type SentMail = { file?: string; messageID?: string }

/** The name of the adapter that writes files; sending the same message twice leaves one file there. */
export const MAIL_FOLDER = 'mail-folder'

/** A message may name a file or an address to attach; what lies on this machine or behind it is not the sender's to read. */
const noOutsideContent = { disableFileAccess: true, disableUrlAccess: true }

/**
 * Payload's way to send e-mail: by the mail server of `SMTP_URL`, else each message becomes an .eml file in `MAIL_FOLDER`
 * (`data/mail`), which any mail program opens. A message with a `messageId` and a `date` is the same file whenever it is sent.
 *
 * @throws what the mail server answered; `hasBegun` on it says whether the message had begun to leave
 */
export const emailAdapter =
  (): EmailAdapter<SentMail> =>
  ({ payload }) => {
    const { mailFolder, mailFrom, smtpURL } = environment()
    const send = smtpURL ? sendBySMTP(smtpURL) : saveToFolder(mailFolder)
    return {
      name: smtpURL ? 'smtp' : MAIL_FOLDER,
      defaultFromAddress: /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom,
      defaultFromName: /^([^<]+)</.exec(mailFrom)?.[1]?.trim() ?? 'Reprise',
      sendEmail: async (message) => {
        const sent = await send({ from: mailFrom, ...message })
        payload.logger.info({ msg: 'E-mail sent', ...sent })
        return sent
      },
    }
  }

const sendBySMTP = (url: string) => {
  const transport = createTransport({ ...noOutsideContent, url })
  const begun = new WeakSet<object>()
  // Only when the envelope is to be handed over does the connection ask for the message.
  transport.use('stream', ({ data, message }, done) => {
    const createReadStream = message.createReadStream.bind(message)
    message.createReadStream = (options) => {
      begun.add((data as { token?: object }).token ?? {})
      return createReadStream(options)
    }
    done()
  })
  return async (message: SendEmailOptions): Promise<SentMail> => {
    const token = {}
    try {
      const { messageId } = await transport.sendMail({ ...message, token } as SendEmailOptions)
      return { messageID: messageId }
    } catch (err) {
      throw Object.assign(err as Error, { hasBegun: begun.has(token) })
    }
  }
}

const saveToFolder = (folder: string) => {
  const transport = createTransport({
    ...noOutsideContent,
    buffer: true,
    newline: 'windows',
    streamTransport: true,
  })
  return async (message: SendEmailOptions): Promise<SentMail> => {
    const { message: content } = await transport.sendMail(message)
    // Sorted by time in any file manager; the recipient stays inside, where fewer people look.
    const time = (message.date ? new Date(message.date) : new Date()).toISOString()
    const name = message.messageId
      ? createHash('sha256').update(message.messageId).digest('hex')
      : randomUUID()
    const file = path.join(folder, `${time.replace(/[:.]/g, '-')}-${name.slice(0, 24)}.eml`)
    await mkdir(folder, { mode: 0o700, recursive: true })
    // Written aside, so that a process that is killed leaves no half message under the name.
    const aside = `${file}.${process.pid}.part`
    await writeFile(aside, content as Buffer, { mode: 0o600 })
    await rename(aside, file)
    return { file }
  }
}
