import type { SearchDocument } from './document'

/** A small help centre for the engine's own tests. */
export const SAMPLE_DOCUMENTS: SearchDocument[] = [
  {
    id: 'kb/account/change-password',
    title: 'Change your password',
    description: 'Choose a new password for your account.',
    keywords: ['password', 'credentials'],
    body: '## Before you start\n\nYou need your current password.\n\n## Steps\n\nOpen **Account**, then [Password](/account/password), and enter the new one twice.',
    questions: ['I want different login words'],
    type: 'article',
    category: 'account',
  },
  {
    id: 'kb/account/delete-account',
    title: 'Delete your account',
    body: 'Your tickets are kept without your name after you delete the account. This cannot be undone.',
    type: 'article',
    category: 'account',
  },
  {
    id: 'kb/tickets/attachments',
    title: 'Attach files to a ticket',
    description: 'Which files you can add, and how large they may be.',
    body: 'A ticket takes up to ten files of 10 MB. Pictures, PDF and text files are accepted.',
    sections: [
      { id: 'limits', title: 'Limits', text: 'A ticket takes up to ten files of 10 MB each.' },
      { id: 'kinds', title: 'Kinds of files', text: 'Pictures, PDF and plain text are accepted.' },
    ],
    type: 'article',
    category: 'tickets',
  },
  {
    id: 'kb/security/two-step-login',
    title: 'Two-step login',
    body: 'Autofill a code from your phone after the password. Error E-4031 means that the clock of the phone is wrong.',
    type: 'article',
    category: 'security',
  },
  {
    id: 'faq/billing/invoice',
    title: 'Where is my invoice?',
    body: 'Invoices are in the billing area. A café in Zürich may need a VAT number.',
    type: 'faq',
    category: 'billing',
  },
  {
    id: 'tutorials/first-ticket',
    title: 'Your first ticket',
    body: 'This tutorial opens a ticket with you, step by step, and shows how the reply arrives.',
    type: 'tutorial',
  },
]
