/** Macros of the demo, in the order of their list. */
export const demoMacros = [
  {
    name: 'Ask for a picture',
    description: 'Asks what is on the screen and waits for the answer.',
    reply:
      'Hello {{requester.first_name}},\n\nthank you for telling us. Could you attach a picture of the whole window to your reply? Then we see what you see.\n\n{{agent.first_name}}',
    next_status: 'pending',
    add_tags: ['needs-picture'],
    assign: 'me',
  },
  {
    name: 'Solved by signing in again',
    description: 'Explains the way and solves the ticket.',
    reply:
      'Hello {{requester.first_name}},\n\nplease sign out, then sign in again: that gives you a new session and usually solves this. If not, reply here and ticket {{ticket.number}} is open again.\n\n{{agent.first_name}}',
    next_status: 'solved',
    add_tags: ['sign-in'],
    assign: 'me',
  },
  {
    name: 'Hand over, urgent',
    description: 'Back to the queue with the highest priority. Sends no reply.',
    reply: '',
    next_status: 'open',
    priority: 'urgent',
    add_tags: [],
    assign: 'nobody',
  },
]

export const demoSavedReplies = [
  {
    title: 'Thank you, solved',
    body: 'Good to hear, {{requester.first_name}}. I mark this ticket as solved; a reply within a week opens it again.',
  },
  {
    title: 'We are on it',
    body: 'Hello {{requester.first_name}},\n\nwe have found the cause and are mending it. You hear from us here as soon as it is done.\n\n{{agent.first_name}}',
  },
  {
    title: 'Where to change the time zone',
    body: 'Times are shown in the time zone of your account. You can choose it under "Account", then "Details"; older messages then show the right time as well.',
  },
]

/** Tags, and the subjects of the demo tickets that have them. */
export const demoTags: Record<string, string[]> = {
  export: [
    'The export of my tickets opens with broken letters',
    'Please send me everything you have stored about me',
  ],
  'needs-picture': [],
  'sign-in': ['How do I sign out on a computer that I no longer have?'],
  'time zone': ['The times on my tickets are an hour off'],
}
