import { readFileSync } from 'node:fs'
import type { App } from '@supabase/lite'
import type { LocalConfig } from '../config'
import { textOfMail } from '../mailbox/mail-text'
import type { Mailbox } from '../mailbox/mailbox'

// lite exports no name for this type.
export type AuthMails = NonNullable<App['_mailer']>

type Templates = LocalConfig['auth']['email']['template']

/** Sends the mails of Supabase Auth, from supabase/templates/, to the mailbox. */
export function createAuthMails(
  templates: Templates,
  mailbox: Mailbox,
  portalUrl: string,
): AuthMails {
  function send(name: keyof Templates, to: string, values: Record<string, string>) {
    const { subject, content_path } = templates[name]
    const html = fill(readFileSync(content_path, 'utf8'), { SiteURL: portalUrl, ...values })
    mailbox.deliver({ kind: 'mail', to, subject, html, text: textOfMail(html) })
  }

  return {
    async sendConfirmation(to, hash, code) {
      send('confirmation', to, { Email: to, TokenHash: hash, Token: code })
    },
    async sendRecovery(to, hash, code) {
      send('recovery', to, { Email: to, TokenHash: hash, Token: code })
    },
    async sendMagicLink(to, hash, code) {
      send('magic_link', to, { Email: to, TokenHash: hash, Token: code })
    },
    async sendEmailChange(to, hash, code, about) {
      const addresses = { Email: about?.currentEmail ?? to, NewEmail: about?.newEmail ?? to }
      send('email_change', to, { ...addresses, TokenHash: hash, Token: code })
      // lite writes to the old address alone, and says what the new one should be sent.
      if (about?.tokenHashNew && about.tokenNew) {
        const forNew = { ...addresses, TokenHash: about.tokenHashNew, Token: about.tokenNew }
        send('email_change', addresses.NewEmail, forNew)
      }
    },
    async sendReauthentication(to, code) {
      const html = `<p>Hello,</p><p>Your code is ${code}. It works once, for one hour.</p>`
      mailbox.deliver({ kind: 'mail', to, subject: 'Your code', html, text: textOfMail(html) })
    },
  }
}

/** Go's `{{ .Name }}`, escaped as Go's html/template does. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{ *\.(\w+) *\}\}/g, (_placeholder, name) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The mail templates have no value for .${name}.`)
    return escapeHtml(value)
  })
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&#34;')
}
