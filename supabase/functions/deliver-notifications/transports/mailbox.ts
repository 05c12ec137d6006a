import type { Environment } from '../../_shared/service-request.ts'
import { postJson } from './post-json.ts'
import type { Transports } from './message.ts'

/** The mailbox page of the embedded Supabase. */
export function mailbox({ MAILBOX_URL, SUPABASE_SECRET_KEY }: Environment): Transports {
  const headers = { apikey: SUPABASE_SECRET_KEY ?? '' }
  const post = (message: object) => postJson(MAILBOX_URL ?? '', headers, message)
  return {
    mail: (mail) => post({ kind: 'mail', ...mail }),
    sms: (sms) => post({ kind: 'sms', ...sms }),
  }
}
