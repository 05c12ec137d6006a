import {
  attach,
  button,
  cover,
  field,
  link,
  point,
  press,
  type Recording,
  rest,
  say,
  words,
} from './recording'
import { lendSession } from './stage'

/** A screenshot is added to a new ticket, and stays with it. */
export const addAFile: Recording = {
  title: 'A screenshot is added to a new ticket',
  async prepare(page, stage) {
    await lendSession(page.context(), await stage.actor('maya@example.com'))
    await page.goto('/tickets/new')
    await page.getByLabel('Subject').fill('The export stops at 2,000 rows')
    await page
      .getByLabel('Description')
      .fill('I pressed Export on 3 March at 10:20. The file has 2,000 rows; I have 2,314 tickets.')
    await page.getByLabel('Category').selectOption({ label: 'Your data' })
    // As if nobody were in a field, and from the top of the page.
    await page.getByLabel('Description').blur()
    await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
  },
  scenes: [
    [
      say('The new ticket page is open. Subject and description are filled in.'),
      rest(1.2),
      point(field('Description')),
      say('Below them is the field “Attachments”. The pointer presses “Choose Files”.'),
      attach(field('Attachments'), 'export-march.png', 184_320),
      say('“export-march.png” is chosen on the computer. Its name stands beside the button.'),
      cover(),
    ],
    [
      say('The pointer presses “Continue”. Nothing is sent yet.'),
      press(button('Continue'), 'Check and send your ticket'),
      say('The next page shows the ticket as it will be sent, with the picture and its size.'),
      point(words('export-march.png')),
    ],
    [
      say('“Change something” leads back to the form.'),
      press(link('Change something'), 'Open a ticket'),
      say(
        'The text is still there, and the picture is listed under “Kept from before”. “Remove” would take it away again.',
      ),
      point(words('Kept from before')),
    ],
  ],
}
