import { expect, test } from 'vitest'
import { mailOf, smsOf } from '../functions/deliver-notifications/message'

const PORTAL = 'https://portal.example'
const notice = (kind: string, about: unknown) => ({ id: 'n', kind, about, time_zone: null })

test.each([
  ['ticket_received', {}, 'We have your ticket 1042', 'A person reads it and replies on its page.'],
  ['ticket_reply', { status: 'pending' }, 'We replied to your ticket 1042', 'We need an answer'],
  ['ticket_reply', { status: 'solved' }, 'We replied to your ticket 1042', 'reply within 7 days'],
  ['ticket_status', { status: 'solved' }, 'Your ticket 1042 is solved', 'reply within 7 days'],
  ['ticket_status', { status: 'on_hold' }, 'Your ticket 1042 is on hold', 'somebody else'],
  ['ticket_reopened', {}, 'Your ticket 1042 is open again', 'we go on with it'],
])('%s %o says so in text and HTML, and leads to the ticket', (kind, about, subject, sentence) => {
  const mail = mailOf(notice(kind, { ticket: 1042, ...about }), PORTAL)
  expect(mail.subject).toBe(subject)
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain(sentence)
    expect(part).toContain(`${PORTAL}/tickets/1042`)
    expect(part).toContain(`${PORTAL}/account/notifications`)
  }
  expect(mail.html).not.toMatch(/<img|<script|style="/)
  expect(smsOf(notice(kind, { ticket: 1042, ...about }), PORTAL).text).toMatch(
    /^Support portal: .*your ticket 1042.* https:\/\/portal\.example\/tickets\/1042$/,
  )
})

test('what does not belong into a notice is not read', () => {
  const about = {
    ticket: '1042 http://evil.example',
    status: 'evil',
    subject: 'evil',
    body: 'evil',
  }
  for (const kind of ['ticket_received', 'ticket_reply', 'ticket_status', 'ticket_reopened']) {
    const said = JSON.stringify([
      mailOf(notice(kind, about), PORTAL),
      smsOf(notice(kind, about), PORTAL),
    ])
    expect(said).not.toContain('evil')
    expect(said).toContain(`${PORTAL}/tickets`)
  }
})
