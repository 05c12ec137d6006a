import { expect, test } from 'vitest'
import { newsWords, type TicketNews } from './ticket-news'

const seen = { messageId: 'a', version: 3 }
const maya = { id: 'm', name: 'Maya', role: 'customer' } as const
const noor = { id: 'n', name: 'Noor', role: 'agent' } as const
const news = (latest: Partial<TicketNews['latest']>, version = 3): TicketNews => ({
  others: [],
  version,
  latest: { id: 'b', kind: 'public', author: maya, ...latest },
})

test.each([
  ['nothing', news({ id: 'a' }), null],
  ['a reply of the customer', news({}, 4), 'Maya (customer) has written.'],
  ['a reply of a colleague', news({ author: noor }, 4), 'Noor has written.'],
  ['a note', news({ kind: 'note', author: noor }), 'Noor has added a note.'],
  ['other fields', news({ id: 'a' }, 4), 'This ticket has been changed.'],
])('%s is said as such', (_, heard, words) => {
  expect(newsWords(heard, seen)).toBe(words)
})
