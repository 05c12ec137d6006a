import { openTicket, picture, reply } from '../../../tests/support/ticket-forms'
import {
  button,
  cover,
  field,
  link,
  point,
  press,
  type Recording,
  rest,
  say,
  type,
  words,
} from './recording'
import { lendSession } from './stage'

const SUBJECT = 'The export stops at 2,000 rows'

/** An agent has asked something; the customer reads it and replies. */
export const followTheAnswer: Recording = {
  title: 'An answer is read and replied to',
  async prepare(page, stage) {
    const maya = await stage.actor('maya@example.com')
    const { number } = await openTicket(maya, {
      subject: SUBJECT,
      description:
        'I pressed Export on 3 March at 10:20. The file has 2,000 rows; I have 2,314 tickets.',
      category: 'your-data',
      files: picture('export-march.png', 184_320),
    })
    const ines = await stage.actor('ines@example.com')
    await reply(ines, `/admin/tickets/${number}`, {
      reply: 'Thank you, the picture helps. Did you filter the list before you pressed Export?',
      after: 'pending',
    })
    // She has read the message that her ticket is sent.
    await maya.get('/tickets')
    await lendSession(page.context(), maya)
    await page.goto('/tickets')
  },
  scenes: [
    [
      say('“Your tickets” is open. The newest ticket is at the top of the list.'),
      rest(1.2),
      point(link(SUBJECT)),
      say('It says “we replied”, and its status is “Waiting for you”.'),
      point(words('Waiting for you')),
      say('The pointer presses its subject.'),
      press(link(SUBJECT), SUBJECT),
      rest(1),
    ],
    [
      say('The page of the ticket opens. The conversation begins with what was sent.'),
      point(words('I pressed Export')),
      say('Below it is the answer of Ines Okafor. She asks whether the list was filtered.'),
      point(words('Thank you, the picture helps')),
      cover(),
    ],
    [
      say('Under “Your reply”, a reply is written: “Yes, by the year 2025.”'),
      type(field('Reply'), 'Yes, by the year 2025.'),
      say('The pointer presses “Send reply”.'),
      press(button('Send reply'), SUBJECT),
      say('The page says that the reply is sent. The status is “In progress” again.'),
      point(words('Your reply is sent.')),
    ],
  ],
}
