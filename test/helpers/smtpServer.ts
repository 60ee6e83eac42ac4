import type { AddressInfo, Socket } from 'net'

import { createServer } from 'net'

/** A message that the server has taken, as it came in. */
export type TakenMail = { content: string; messageID: string; recipients: string[] }

/** What the server answers at a step in place of "fine"; `drop` ends the connection without a word. */
export type Answers = Partial<Record<'data' | 'greeting' | 'message' | 'recipient', string>>

/** A mail server (RFC 5321, as much as a sender needs) that keeps what it takes, and fails as it is told. */
export const startSMTPServer = async () => {
  const taken: TakenMail[] = []
  const sockets = new Set<Socket>()
  const state: { answers: Answers } = { answers: {} }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    serve({ answerOf: (step) => state.answers[step], socket, taken })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    state,
    stop: async () => {
      sockets.forEach((socket) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
    taken,
    url: `smtp://127.0.0.1:${port}`,
  }
}

const serve = ({
  answerOf,
  socket,
  taken,
}: {
  answerOf: (step: keyof Answers) => string | undefined
  socket: Socket
  taken: TakenMail[]
}) => {
  let buffer = ''
  let isInMessage = false
  let recipients: string[] = []
  const say = (step: keyof Answers | undefined, fine: string): boolean => {
    const answer = step && answerOf(step)
    if (answer === 'drop') socket.destroy()
    else socket.write(`${answer ?? fine}\r\n`)
    return !answer
  }
  say('greeting', '220 test')
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1')
    for (;;) {
      const end = isInMessage ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
      if (end < 0) return
      const part = buffer.slice(0, end)
      buffer = buffer.slice(end + (isInMessage ? 5 : 2))
      if (isInMessage) {
        isInMessage = false
        if (say('message', '250 taken'))
          taken.push({
            content: part,
            messageID: /^Message-ID: (.*)$/im.exec(part)?.[1]?.trim() ?? '',
            recipients,
          })
        recipients = []
      } else if (/^RCPT TO:/i.test(part)) {
        if (say('recipient', '250 fine')) recipients.push(/<(.*?)>/.exec(part)![1]!)
      } else if (/^DATA/i.test(part)) isInMessage = say('data', '354 go on')
      else if (/^QUIT/i.test(part)) say(undefined, '221 bye')
      else say(undefined, '250 fine')
    }
  })
}
