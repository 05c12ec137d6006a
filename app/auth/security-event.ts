/** What can happen to an account; the words of the database. */
export const EVENT_KINDS = [
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'signed_out_elsewhere',
  'new_device',
  'account_locked',
  'threat',
  'password_changed',
  'password_reset_asked',
  'email_change_asked',
  'email_changed',
  'phone_changed',
  'name_changed',
  'role_changed',
  'notices_changed',
  'export_taken',
  'banned',
  'unbanned',
  'account_deleted',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** How somebody signed in. */
export type SignInMethod =
  'password' | 'mail' | 'sms' | 'confirmation' | 'recovery' | `oauth:${string}`

type DeviceName = { browser: string; system: string }

/** One line of the log, as `my_activity()` and `security_log()` answer it. */
export type SecurityEvent = {
  id: number
  kind: EventKind
  /** ISO 8601. */
  at: string
  address: string | null
  country: string | null
  device: DeviceName | null
  detail: Record<string, unknown>
  actor: { id: string; name: string } | null
}

/** "Firefox on Linux". */
export function deviceWords({ browser, system }: DeviceName): string {
  return `${browser} on ${system}`
}
