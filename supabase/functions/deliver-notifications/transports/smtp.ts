import nodemailer from 'nodemailer'
import type { Environment } from '../../_shared/service-request.ts'
import type { Transports } from './message.ts'
import { Undeliverable } from './undeliverable.ts'

/** SMTP over TLS from the first byte: hosted functions cannot use the ports 25 and 587. */
export function smtp(environment: Environment): Transports['mail'] {
  const { SMTP_HOST: host, SMTP_PORT, SMTP_USER, SMTP_PASSWORD, MAIL_FROM: from } = environment
  const transporter = nodemailer.createTransport({
    host,
    port: Number(SMTP_PORT ?? 465),
    secure: true,
    auth: SMTP_USER ? { user: SMTP_USER, pass: SMTP_PASSWORD } : undefined,
    connectionTimeout: 10_000,
    socketTimeout: 10_000,
  })
  return async ({ id, ...mail }) => {
    try {
      await transporter.sendMail({ from, messageId: `<${id}@${host}>`, ...mail })
    } catch (error) {
      throw isRefusal(error) ? new Undeliverable(error.message) : error
    }
  }
}

/** 550 to 554: no such mailbox, or it does not want this mail. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error) || !('responseCode' in error)) return false
  const code = Number(error.responseCode)
  return code >= 550 && code <= 554
}
