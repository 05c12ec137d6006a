import type { Environment } from '../../_shared/service-request.ts'
import { mailApi } from './mail-api.ts'
import { mailbox } from './mailbox.ts'
import type { Transports } from './message.ts'
import { smsApi } from './sms-api.ts'
import { smtp } from './smtp.ts'

/**
 * By environment: MAILBOX_URL (the embedded Supabase, for both), else MAIL_API_URL and
 * MAIL_API_KEY, else SMTP_HOST, SMTP_USER and SMTP_PASSWORD (port 465); SMS_API_URL and
 * SMS_API_KEY. MAIL_FROM and SMS_FROM name the sender.
 */
export function chooseTransports(environment: Environment): Transports {
  if (environment.MAILBOX_URL) return mailbox(environment)
  return {
    mail: chooseMail(environment),
    sms: environment.SMS_API_URL ? smsApi(environment) : notSet('SMS_API_URL'),
  }
}

function chooseMail(environment: Environment): Transports['mail'] {
  const { MAIL_API_URL, SMTP_HOST, MAIL_FROM } = environment
  if (!MAIL_API_URL && !SMTP_HOST) return notSet('MAIL_API_URL or SMTP_HOST')
  // Without a sender a service would refuse each mail for good, and it would be lost.
  if (!MAIL_FROM) return notSet('MAIL_FROM')
  return MAIL_API_URL ? mailApi(environment) : smtp(environment)
}

function notSet(names: string) {
  return async () => {
    throw new Error(`Nothing sends this message: set ${names}.`)
  }
}
