import type { Environment } from '../../_shared/service-request.ts'
import { postJson } from './post-json.ts'
import type { Transports } from './message.ts'

/** An SMS gateway that takes `{ from, to, text }` as JSON with a bearer key; `to` is E.164. */
export function smsApi({ SMS_API_URL, SMS_API_KEY, SMS_FROM }: Environment): Transports['sms'] {
  return async ({ id, to, text }) => {
    const headers = { authorization: `Bearer ${SMS_API_KEY ?? ''}`, 'idempotency-key': id }
    await postJson(SMS_API_URL ?? '', headers, { from: SMS_FROM, to, text })
  }
}
