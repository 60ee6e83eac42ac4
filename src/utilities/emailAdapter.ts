import { randomUUID } from 'crypto'
import { mkdir, writeFile } from 'fs/promises'
import { createTransport } from 'nodemailer'
import path from 'path'

import type { EmailAdapter, SendEmailOptions } from 'payload'

import { environment } from './environment'

/** Where a message went: the id a mail server gave it, or the file it lies in. */
export type SentMail = { file?: string; messageID?: string }

/** A message may name a file or an address to attach; what lies on this machine or behind it is not the sender's to read. */
const noOutsideContent = { disableFileAccess: true, disableUrlAccess: true }

/**
 * Payload's way to send e-mail: by the mail server of `SMTP_URL`, else each message becomes an .eml file in `MAIL_FOLDER`
 * (`data/mail`), which any mail program opens.
 *
 * @throws what the mail server answered, so that the caller (an outbox) can try again
 */
export const emailAdapter =
  (): EmailAdapter<SentMail> =>
  ({ payload }) => {
    const { mailFolder, mailFrom, smtpURL } = environment()
    const send = smtpURL ? sendBySMTP(smtpURL) : saveToFolder(mailFolder)
    return {
      name: smtpURL ? 'smtp' : 'mail-folder',
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
  return async (message: SendEmailOptions): Promise<SentMail> => ({
    messageID: (await transport.sendMail(message)).messageId,
  })
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
    const file = path.join(
      folder,
      `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`,
    )
    await mkdir(folder, { mode: 0o700, recursive: true })
    await writeFile(file, content as Buffer, { mode: 0o600 })
    return { file }
  }
}
