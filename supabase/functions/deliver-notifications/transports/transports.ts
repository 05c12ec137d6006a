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
  if (environment.MAIL_API_URL) return mailApi(environment)
  if (environment.SMTP_HOST) return smtp(environment)
  return notSet('MAIL_API_URL or SMTP_HOST')
}

function notSet(names: string) {
  return async () => {
    throw new Error(`Nothing sends this message: set ${names}.`)
  }
}
