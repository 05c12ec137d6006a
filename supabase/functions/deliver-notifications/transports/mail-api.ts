import type { Environment } from '../../_shared/service-request.ts'
import { postJson } from './post-json.ts'
import type { Transports } from './message.ts'

/**
 * A mail service that takes `{ from, to, subject, text, html }` as JSON with a bearer key and
 * recognises a message by its Idempotency-Key, as Resend does.
 *
 * Source: https://resend.com/docs/api-reference/emails/send-email
 */
export function mailApi({
  MAIL_API_URL,
  MAIL_API_KEY,
  MAIL_FROM,
}: Environment): Transports['mail'] {
  return async ({ id, to, ...parts }) => {
    const headers = { authorization: `Bearer ${MAIL_API_KEY ?? ''}`, 'idempotency-key': id }
    await postJson(MAIL_API_URL ?? '', headers, { from: MAIL_FROM, to: [to], ...parts })
  }
}
