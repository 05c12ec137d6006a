import { providerName } from '~/auth/provider-name'
import type { EventKind, SecurityEvent } from '~/auth/security-event'

/** What each kind is called in a filter. */
export const KIND_LABEL: Record<EventKind, string> = {
  sign_in: 'Sign-ins',
  sign_in_failed: 'Failed sign-ins',
  sign_out: 'Sign-outs',
  signed_out_elsewhere: 'Signed out on other devices',
  new_device: 'New devices',
  account_locked: 'Locks',
  threat: 'Unusual events',
  password_changed: 'Changes of password',
  password_reset_asked: 'Links for a new password',
  email_change_asked: 'Requests to change the email address',
  email_changed: 'Changes of email address',
  phone_changed: 'Changes of phone number',
  name_changed: 'Changes of name',
  role_changed: 'Changes of role',
  notices_changed: 'Changes of notices',
  export_taken: 'Exports',
  banned: 'Bans',
  unbanned: 'Bans lifted',
  account_deleted: 'Deleted accounts',
}

const METHOD: Record<string, string> = {
  password: 'with password',
  mail: 'with a link by email',
  sms: 'with a code by SMS',
  confirmation: 'by confirming the email address',
  recovery: 'with a link for a new password',
}

const THREAT: Record<string, string> = {
  new_country: 'Used in two countries within two hours',
  many_failures: 'Many failed sign-ins',
  many_addresses: 'Failed sign-ins from many addresses',
  many_accounts: 'One address tried many accounts',
  token_reused: 'One session was used in two places',
  reported: 'Reported as “This was not me”',
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function wordFor(words: Record<string, string>, name: unknown): string | undefined {
  return Object.hasOwn(words, text(name)) ? words[text(name)] : undefined
}

function change(what: string, { before, after }: Record<string, unknown>): string {
  const from = text(before) ? ` from ${text(before)}` : ''
  const to = text(after) ? ` to ${text(after)}` : ''
  return `${what} changed${from}${to}`
}

function signIn({ method }: Record<string, unknown>): string {
  const provider = /^oauth:(.+)$/.exec(text(method))?.[1]
  return `Signed in ${provider ? `with ${providerName(provider)}` : (wordFor(METHOD, method) ?? '')}`.trim()
}

const WORDS: Record<EventKind, (detail: Record<string, unknown>) => string> = {
  sign_in: signIn,
  sign_in_failed: () => 'Wrong password or code',
  sign_out: () => 'Signed out',
  signed_out_elsewhere: ({ sessions }) =>
    text(sessions) === '1' || !text(sessions)
      ? 'Signed out on another device'
      : `Signed out on ${text(sessions)} other devices`,
  new_device: () => 'New device',
  account_locked: () => 'Sign-in stopped after too many wrong passwords',
  threat: ({ rule }) => wordFor(THREAT, rule) ?? 'Something unusual',
  password_changed: () => 'Password changed',
  password_reset_asked: () => 'Asked for a link for a new password',
  email_change_asked: ({ after }) => `Asked to change the email address to ${text(after)}`,
  email_changed: (detail) => change('Email address', detail),
  phone_changed: (detail) => change('Phone number', detail),
  name_changed: (detail) => change('Name', detail),
  role_changed: (detail) => change('Role', detail),
  notices_changed: ({ topic }) => `Notices about ${text(topic)} changed`,
  export_taken: () => 'Copy of all data downloaded',
  banned: () => 'Account banned',
  unbanned: () => 'Ban lifted',
  account_deleted: () => 'Account deleted',
}

/** What happened, in a few plain words; text that people typed may be in it. */
export function eventWords({ kind, detail }: Pick<SecurityEvent, 'kind' | 'detail'>): string {
  return (WORDS[kind] ?? (() => kind))(detail)
}

/** True for what the person should look at. */
export function isAlarming(kind: EventKind): boolean {
  return ['sign_in_failed', 'account_locked', 'threat', 'new_device', 'banned'].includes(kind)
}
