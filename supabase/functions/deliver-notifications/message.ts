import { aboutSchema, type About } from './about.ts'
import { htmlOf, textOf, type Page } from './mail-layout.ts'
import type { Way, Wording } from './wording.ts'
import { wordings } from './wordings.ts'

export type Notification = {
  id: string
  kind: string
  about: unknown
  /** Of the person; null when it is not known. */
  time_zone: string | null
}

/** @throws a sentence when nobody has written words for the kind. */
export function mailOf(notification: Notification, portalUrl: string) {
  const { subject, paragraphs, action, more, warns } = wordingOf(notification)
  const link = ({ label, path }: Way) => ({ label, url: portalUrl + path })
  const page: Page = {
    subject,
    paragraphs: [...paragraphs, ...(warns ? [warning] : [])],
    links: [
      ...(action ? [link(action)] : []),
      ...(warns ? [{ label: 'This was not me', url: notMeUrl(notification, portalUrl) }] : []),
      ...(more ? [link(more)] : []),
    ],
    portalUrl,
  }
  return { subject, text: textOf(page), html: htmlOf(page) }
}

/** @throws as mailOf. */
export function smsOf(notification: Notification, portalUrl: string) {
  const { sms, action, warns } = wordingOf(notification)
  if (warns) return { text: `${sms} Not you? ${notMeUrl(notification, portalUrl)}` }
  return { text: action ? `${sms} ${portalUrl}${action.path}` : sms }
}

const warning = 'If this was not you, tell us at once: it signs out every device of your account.'

/** The id of a notification is known to its reader alone. */
function notMeUrl({ id }: Notification, portalUrl: string) {
  return `${portalUrl}/account/not-me?notice=${id}`
}

function wordingOf({ id, kind, about, time_zone }: Notification): Wording {
  const wording = wordings[kind]
  if (!wording) throw new Error(`There are no words for notifications of the kind ${kind}.`)
  const known: About = aboutSchema.parse(about)
  return wording(known, time_zone, id)
}
