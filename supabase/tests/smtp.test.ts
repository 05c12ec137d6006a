import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtpServer, type SmtpServer } from '../../tests/support/smtp-server'
import { projectFolder } from '../local/project'

let server: SmtpServer
beforeAll(async () => {
  server = await startSmtpServer()
})
afterAll(() => server.close())

const smtpModule = fileURLToPath(
  new URL('../functions/deliver-notifications/transports/smtp.ts', import.meta.url),
)

/** In a process of its own, because a process reads at its start which certificates it trusts. */
async function send(to: string, trusted = true): Promise<string> {
  const mail = { id: 'a1', to, subject: 'Grüße', text: 'Hello in text', html: '<p>Hello</p>' }
  const settings = {
    SMTP_HOST: 'localhost',
    SMTP_PORT: String(server.port),
    MAIL_FROM: 'Support <support@portal.example>',
  }
  const script = `
    import { smtp } from ${JSON.stringify(smtpModule)}
    const sent = smtp(${JSON.stringify(settings)})(${JSON.stringify(mail)})
    console.log(await sent.then(() => 'sent', (error) => error.constructor.name))`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script]
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...(trusted && { NODE_EXTRA_CA_CERTS: server.certificatePath }) },
  })
  return stdout.trim()
}

test('a mail goes out over TLS with both parts and a lasting id', async () => {
  expect(await send('maya@example.com')).toBe('sent')
  const [mail] = server.mails
  expect(mail).toContain('From: Support <support@portal.example>')
  expect(mail).toContain('To: maya@example.com')
  expect(mail).toContain('Message-ID: <a1@localhost>')
  expect(mail).toContain('Hello in text')
  expect(mail).toContain('<p>Hello</p>')
})

test('an address that the server does not know is given up', async () => {
  expect(await send('nobody@example.com')).toBe('Undeliverable')
})

test('nothing is sent to a server that cannot prove who it is', async () => {
  const before = server.mails.length
  expect(await send('maya@example.com', false)).toBe('Error')
  expect(server.mails).toHaveLength(before)
})
