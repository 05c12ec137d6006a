import { whenOf, whereOf, type About } from './about.ts'
import { ticketWordings } from './ticket-wordings.ts'
import type { Wording } from './wording.ts'

/** `id` is that of the notification, which only its reader knows. */
type Words = (about: About, timeZone: string | null, id: string) => Wording

const devices = { label: 'See your devices and activity', path: '/account/security' }

/** Words for each kind of notification. No text that somebody typed is in any of them. */
export const wordings: Record<string, Words> = {
  welcome: () => ({
    subject: 'Welcome to the support portal',
    paragraphs: [
      'Your email address is confirmed, and your account is ready.',
      'You can open a ticket, follow your tickets and find answers in the help centre.',
    ],
    action: { label: 'Open your tickets', path: '/tickets' },
    sms: 'Your account in the support portal is ready.',
  }),
  new_device: happened('A new device signed in to your account', devices),
  password_changed: happened('Your password was changed', devices),
  phone_changed: happened('The phone number of your account was changed', devices),
  name_changed: happened('The name of your account was changed', devices),
  export_taken: happened('A copy of your data was downloaded', devices),
  account_locked: happened('Somebody tried to sign in to your account many times', devices, [
    'They were stopped. You can still sign in from the devices and places that you use.',
  ]),
  email_changed: (about, zone) => ({
    ...happened('The email address of your account was changed', devices)(about, zone),
    ...(about.old_address ? { action: { label: 'Write to us', path: '/tickets/new' } } : {}),
  }),
  role_changed: (about, zone) => {
    const role = about.role ? `You are now ${roleNames[about.role]}.` : ''
    return happened('Your role was changed', devices, [role])(about, zone)
  },
  banned: (about, zone) => ({
    subject: 'Your account was suspended',
    paragraphs: present([
      sentence('Your account was suspended', about, zone),
      'You are signed out everywhere, and nobody can sign in with it. Your tickets stay as they are.',
      'If you do not know why, write to the people who run the portal.',
    ]),
    sms: `Support portal: ${sentence('Your account was suspended', about, zone)}`,
  }),
  unbanned: (about, zone) => ({
    subject: 'Your account can be used again',
    paragraphs: present([sentence('Your account was restored', about, zone)]),
    action: { label: 'Sign in', path: '/login' },
    sms: 'Your account in the support portal can be used again.',
  }),
  invitation: ({ role }, _zone, id) => ({
    subject: 'You are invited to the support team',
    paragraphs: [
      `Somebody at the support portal asks you to join its team${role ? ` as ${roleNames[role]}` : ''}.`,
      'The link works once and for seven days. If you do not know what this is about, do nothing.',
    ],
    action: { label: 'Open the invitation', path: `/invitation?key=${id}` },
    sms: 'You are invited to the team of the support portal.',
  }),
  account_deleted: (about, zone) => ({
    subject: 'Your account was deleted',
    paragraphs: present([
      sentence('Your account was deleted', about, zone),
      'Your drafts, devices and notices are gone. Your tickets stay with us without your name.',
    ]),
    sms: 'Your account in the support portal was deleted.',
  }),
  threat: (about, zone) =>
    happened('Something unusual happened to your account', devices, [threatOf(about)])(about, zone),
  threat_for_admins: (about, zone) => ({
    subject: 'Something unusual happened in the portal',
    paragraphs: present([threatOf(about), whereOf(about), whenOf(about, zone)]),
    action: { label: 'Open the security log', path: '/admin/security' },
    sms: `Support portal: ${threatOf(about)}`,
  }),
  ...ticketWordings,
}

const roleNames = { customer: 'a customer', agent: 'an agent', admin: 'an admin' }

const threats: Record<string, string> = {
  new_device: 'A device that was never used before signed in.',
  new_country: 'The account was used in two countries within two hours.',
  many_failures: 'Many attempts to sign in to one account failed.',
  many_accounts: 'One address tried to sign in to many accounts.',
  many_addresses: 'Many addresses tried to sign in to one account.',
  token_reused: 'The session of a device was used in two places.',
  reported: 'Somebody reported that what happened to their account was not them.',
}

function threatOf({ rule }: About): string {
  return threats[rule ?? ''] ?? 'The portal saw something that it does not usually see.'
}

type Told = (about: About, timeZone: string | null) => Wording

/** Something happened to an account: what, when, where, and what to do if it was not you. */
function happened(what: string, action: Wording['action'], more: string[] = []): Told {
  return (about, zone) => ({
    subject: what,
    paragraphs: present([sentence(what, about, zone), ...more]),
    action,
    warns: true,
    sms: `Support portal: ${sentence(what, about, zone)}`,
  })
}

function sentence(what: string, about: About, zone: string | null): string {
  const when = whenOf(about, zone)
  const where = whereOf(about)
  return `${what}${when && ` on ${when}`}${where && ` from ${where}`}.`
}

function present(paragraphs: string[]): string[] {
  return paragraphs.filter((paragraph) => paragraph !== '')
}
