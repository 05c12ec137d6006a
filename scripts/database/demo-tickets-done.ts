import type { DemoTicket } from './demo-ticket'

/** What was solved, most of it closed since, oldest first. */
export const doneTickets: DemoTicket[] = [
  {
    openedDaysAgo: 34,
    requester: 'maya',
    subject: 'The link in my confirmation mail no longer works',
    description:
      'I created my account on Friday and opened the mail today. The page says that the link was already used or is too old. How do I get a new one?',
    category: 'signing-in',
    priority: 'normal',
    steps: [
      { at: 2, by: 'ines', takes: true, status: 'open' },
      {
        at: 2.2,
        by: 'ines',
        reply:
          'Confirmation links stop working after an hour. Open "Sign in", enter your email address and password, and choose "Send a new link" on the page that follows. The newest mail is the one that counts.',
        status: 'pending',
      },
      {
        at: 5,
        by: 'maya',
        reply: 'That worked at once, I am in. Thank you!',
        status: 'open',
      },
      { at: 5.5, by: 'ines', reply: 'Good to hear. Welcome!', status: 'solved' },
      { at: 174, by: 'ines', status: 'closed' },
    ],
  },
  {
    openedDaysAgo: 27,
    requester: 'tomas',
    subject: 'Can I add a colleague to my ticket?',
    description:
      'My colleague works on the same problem and would like to follow ticket replies too. I do not see a way to invite somebody.',
    category: 'tickets',
    priority: 'low',
    steps: [
      {
        at: 20,
        by: 'per',
        takes: true,
        reply:
          'A ticket belongs to one account for now, so only you can read it. You can forward the mails that we send you; replies have to come from your account.',
        status: 'solved',
      },
      { at: 190, by: 'per', status: 'closed' },
    ],
  },
  {
    openedDaysAgo: 21,
    requester: 'maya',
    subject: 'Please send me everything you have stored about me',
    description:
      'I would like a copy of my personal data: my account, my tickets and the files that I attached.',
    category: 'your-data',
    priority: 'normal',
    steps: [
      { at: 1, by: 'per', takes: true, status: 'open' },
      {
        at: 1.5,
        by: 'per',
        reply:
          'You can download it yourself: open "Account", then "Export". The archive has your profile, every ticket with its replies, and your files. Tell us if anything is missing from it.',
        status: 'pending',
      },
      {
        at: 26,
        by: 'maya',
        reply: 'I found it. The archive has everything I was looking for.',
        status: 'open',
      },
      { at: 27, by: 'per', reply: 'Then I will close this one.', status: 'solved' },
      { at: 200, by: 'per', status: 'closed' },
    ],
  },
  {
    openedDaysAgo: 13,
    requester: 'tomas',
    subject: 'My screenshot is refused when I attach it',
    description:
      'I tried to attach a screenshot of an error, 14 MB as PNG, and the form says that the file is too large. Can you raise the limit for me?',
    category: 'tickets',
    priority: 'normal',
    steps: [
      {
        at: 3,
        by: 'ines',
        takes: true,
        reply:
          'The limit is 10 MB a file, for everybody. Saved as JPEG, or cut to the part with the error, a screenshot is usually under 1 MB. Your text is still in your drafts.',
        status: 'pending',
      },
      {
        at: 9,
        by: 'tomas',
        reply: 'As JPEG it has 600 kB. I will do that from now on.',
        status: 'open',
      },
      { at: 10, by: 'ines', note: 'Third question about this limit this month. Worth an article?' },
      { at: 10.1, by: 'ines', reply: 'Perfect, thank you.', status: 'solved' },
    ],
  },
  {
    openedDaysAgo: 9,
    requester: 'maya',
    subject: 'The times on my tickets are an hour off',
    description:
      'A reply that I wrote at 10:15 is shown as 09:15. I moved to Helsinki in spring, so it may have to do with that.',
    category: 'account',
    priority: 'low',
    steps: [
      { at: 4, by: 'ines', takes: true, status: 'open' },
      {
        at: 4.3,
        by: 'ines',
        reply:
          'Times are shown in the time zone of your account, and yours still says Stockholm. You can change it under "Account"; older replies then show the right time as well.',
        status: 'pending',
      },
      { at: 6, by: 'maya', reply: 'Changed, and all is well. Kiitos!', status: 'solved' },
    ],
  },
]
