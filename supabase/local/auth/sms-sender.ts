import type { Mailbox } from '../mailbox/mailbox'
import { AuthError } from './auth-error'
import type { SmsCodes } from './sms-codes'

export type SmsSender = {
  codes: SmsCodes
  /**
   * Sends a code and answers the id of the message.
   *
   * @throws AuthError 429 when the last one was sent a moment ago.
   */
  send(purpose: string, phone: string): string
}

/** @param template the text of the message, with `{{ .Code }}` */
export function smsSender(codes: SmsCodes, mailbox: Mailbox, template: string): SmsSender {
  return {
    codes,
    send(purpose, phone) {
      const code = codes.make(purpose)
      if (!code) {
        const message = 'For security purposes, you can only request this once every 60 seconds'
        throw new AuthError(429, 'over_sms_send_rate_limit', message)
      }
      const text = template.replace(/\{\{ *\.Code *\}\}/g, code)
      return mailbox.deliver({ kind: 'sms', to: `+${phone}`, subject: '', html: '', text }).id
    },
  }
}

/**
 * As Supabase Auth keeps numbers: E.164 without the plus.
 *
 * @throws AuthError 400 unless it is an international number.
 */
export function toE164(text: string): string {
  const digits = text.replace(/^\+/, '').replace(/\s/g, '')
  if (!/^[1-9]\d{1,14}$/.test(digits)) {
    throw new AuthError(400, 'validation_failed', 'Invalid phone number format (E.164 required)')
  }
  return digits
}
