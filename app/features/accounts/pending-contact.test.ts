import { expect, test } from 'vitest'
import { emailChangeWords, type PendingContact } from './pending-contact'

const asked: PendingContact = {
  email: 'new@example.com',
  oldConfirmed: false,
  newConfirmed: false,
  phone: null,
}

test.each([
  ['neither mailbox', asked, /mail to old@example\.com and the one in the mail to the new/],
  ['the old one', { ...asked, oldConfirmed: true }, /Now open .* mail to the new address/],
  ['the new one', { ...asked, newConfirmed: true }, /Now open .* mail to old@example\.com/],
])('with %s confirmed, the words say what is left', (_case, pending, words) => {
  expect(emailChangeWords(pending, 'old@example.com')).toMatch(words)
})

test('somebody without an address so far has one link to open', () => {
  expect(emailChangeWords(asked, null)).toBe('Open the link in the mail to new@example.com.')
})
