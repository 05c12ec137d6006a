export type DemoPersonKey = 'maya' | 'tomas' | 'ines' | 'per'

/** One step in the life of a ticket. */
export type DemoStep = {
  /** Hours since the ticket was opened. */
  at: number
  by: DemoPersonKey
  /** What was written, if anything. */
  reply?: string
  note?: string
  /** The status from then on. */
  status?: 'open' | 'pending' | 'on_hold' | 'solved' | 'closed'
  /** From then on the ticket is theirs. */
  takes?: true
}

export type DemoTicket = {
  openedDaysAgo: number
  requester: 'maya' | 'tomas'
  subject: string
  description: string
  category: 'signing-in' | 'tickets' | 'account' | 'your-data' | 'other'
  priority: 'low' | 'normal' | 'high' | 'urgent'
  steps: DemoStep[]
}

/** What a portal looks like after some weeks, oldest first: every status, priority and category. */
export const demoTickets: DemoTicket[] = [
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
  {
    openedDaysAgo: 7,
    requester: 'tomas',
    subject: 'I get every reply by mail twice',
    description:
      'Since Monday each reply on my tickets arrives twice in my inbox, a minute apart. The two mails are exactly the same.',
    category: 'account',
    priority: 'normal',
    steps: [
      { at: 1, by: 'per', takes: true, status: 'open' },
      {
        at: 1.4,
        by: 'per',
        note: 'Our log has one delivery for each reply. Could be a forwarding rule on his side.',
      },
      {
        at: 1.6,
        by: 'per',
        reply:
          'We sent each of these mails once. Do you have a rule that forwards mail from another address to this one? The line "Delivered-To" at the top of the full headers would tell.',
        status: 'pending',
      },
    ],
  },
  {
    openedDaysAgo: 6,
    requester: 'maya',
    subject: 'The export of my tickets opens with broken letters',
    description:
      'I downloaded my tickets as CSV and opened the file in a spreadsheet. Names such as "Åsa" are shown with strange signs. I need the list for a report on Friday.',
    category: 'your-data',
    priority: 'high',
    steps: [
      { at: 2, by: 'ines', takes: true, status: 'open' },
      {
        at: 2.5,
        by: 'ines',
        reply:
          'The file is UTF-8. In most spreadsheets you can choose that when you import the file instead of opening it with a double click. I have asked our developers whether we can make the double click work too.',
        status: 'on_hold',
      },
    ],
  },
  {
    openedDaysAgo: 4,
    requester: 'tomas',
    subject: 'How do I sign out on a computer that I no longer have?',
    description:
      'I gave my old laptop back to my employer last week and forgot to sign out. Can somebody who starts it read my tickets?',
    category: 'signing-in',
    priority: 'urgent',
    steps: [
      { at: 0.4, by: 'ines', takes: true, status: 'open' },
      {
        at: 0.5,
        by: 'ines',
        reply:
          'Please open "Account", then "Security", and choose "Sign out everywhere else". It takes effect at once: the laptop then gets the sign-in page. If your password was saved in that browser, change it on the same page.',
        status: 'pending',
      },
      {
        at: 1,
        by: 'tomas',
        reply: 'Done, and I have a new password. Could you see whether it was used after Thursday?',
        status: 'open',
      },
      {
        at: 1.2,
        by: 'ines',
        note: 'Last visit from that browser was Wednesday evening, before he handed it in.',
      },
    ],
  },
  {
    openedDaysAgo: 3,
    requester: 'maya',
    subject: 'Can I change the category of a ticket after I sent it?',
    description:
      'I chose "Something else" for a question about my account, because I overlooked the right one. Does it reach the right people anyway?',
    category: 'other',
    priority: 'low',
    steps: [{ at: 8, by: 'per', takes: true, status: 'open' }],
  },
  {
    openedDaysAgo: 2,
    requester: 'tomas',
    subject: 'Search finds nothing for part of a word',
    description:
      'In my tickets I search for "screensh" and get no result, although "screenshot" finds two. Is that how it should be?',
    category: 'tickets',
    priority: 'normal',
    steps: [],
  },
  {
    openedDaysAgo: 1,
    requester: 'maya',
    subject: 'I want to use another email address',
    description:
      'I am leaving the company whose address I signed up with. How do I move my account to my private address without losing my tickets?',
    category: 'account',
    priority: 'high',
    steps: [],
  },
  {
    openedDaysAgo: 0.2,
    requester: 'maya',
    subject: 'Does the portal work in a text browser?',
    description:
      'At work I only have a terminal on some machines. Can I read and answer tickets with w3m or lynx?',
    category: 'other',
    priority: 'normal',
    steps: [],
  },
]
