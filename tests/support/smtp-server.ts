import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { createServer } from 'node:tls'
import { makeScratchFolder } from './scratch-folder'

export type SmtpServer = {
  port: number
  /** Whoever trusts this file trusts the server. */
  certificatePath: string
  /** The mails it has taken, as they came. */
  mails: string[]
  close(): Promise<void>
}

/**
 * As much of a mail server as it takes to take a mail over TLS. It refuses mails to addresses that
 * begin with "nobody".
 *
 * Source: RFC 5321, RFC 8314 (TLS from the first byte).
 */
export async function startSmtpServer(): Promise<SmtpServer> {
  const folder = makeScratchFolder('smtp')
  const [keyPath, certificatePath] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  makeCertificate(keyPath, certificatePath)
  const mails: string[] = []
  const sockets = new Set<Socket>()
  const tls = { key: readFileSync(keyPath), cert: readFileSync(certificatePath) }
  const server = createServer(tls, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    converse(socket, mails)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    certificatePath,
    mails,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function makeCertificate(key: string, certificate: string) {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const files = ['-keyout', key, '-out', certificate]
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, ...files]
  execFileSync('openssl', args, { stdio: 'ignore' })
}

function converse(socket: Socket, mails: string[]) {
  let waiting = ''
  let mail: string | null = null
  const say = (line: string) => void socket.write(`${line}\r\n`)

  function hear(line: string) {
    if (mail !== null) return hearData(line)
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'EHLO') return say('250 localhost')
    if (verb === 'RCPT' && /<nobody/i.test(line)) return say('550 No such mailbox')
    if (verb === 'QUIT') return socket.end('221 Bye\r\n')
    if (verb !== 'DATA') return say('250 OK')
    mail = ''
    say('354 Go on')
  }

  function hearData(line: string) {
    if (line !== '.') return void (mail += `${line}\n`)
    mails.push(mail ?? '')
    mail = null
    say('250 Taken')
  }

  say('220 localhost')
  socket.setEncoding('utf8').on('data', (text) => {
    const lines = (waiting + String(text)).split('\r\n')
    waiting = lines.pop() ?? ''
    lines.forEach(hear)
  })
}
