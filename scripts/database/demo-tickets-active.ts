import type { DemoTicket } from './demo-ticket'

/** What somebody still works on or waits for, oldest first. */
export const activeTickets: DemoTicket[] = [
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
