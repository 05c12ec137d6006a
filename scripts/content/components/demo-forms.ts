export type DemoPart = {
  kind: 'line' | 'box' | 'choice' | 'file' | 'button' | 'quiet-button'
  label: string
  /** What somebody has filled in, so that the picture shows a form in use. */
  value?: string
}

export type DemoForm = {
  /** Completes "Picture of …". */
  title: string
  /** The page that has the real one. */
  page: string
  parts: DemoPart[]
}

/** The forms of the portal that `<Demo form="…">` can draw: the labels are those of the real pages. */
export const demoForms = {
  'new-ticket': {
    title: 'the form for a new ticket',
    page: '/tickets/new',
    parts: [
      { kind: 'line', label: 'Subject', value: 'The export stops at 2,000 rows' },
      {
        kind: 'box',
        label: 'Description',
        value: 'I pressed Export on 3 March at 10:20. The file…',
      },
      { kind: 'choice', label: 'Category', value: 'Your data' },
      { kind: 'choice', label: 'Priority', value: 'Normal' },
      { kind: 'file', label: 'Attachments', value: 'export-march.png' },
      { kind: 'button', label: 'Continue' },
      { kind: 'quiet-button', label: 'Save draft' },
    ],
  },
  reply: {
    title: 'the reply form of a ticket',
    page: '/tickets',
    parts: [
      { kind: 'box', label: 'Reply', value: 'It happens in the other browser as well.' },
      { kind: 'file', label: 'Attachments', value: 'second-browser.png' },
      { kind: 'button', label: 'Send reply' },
    ],
  },
  'sign-up': {
    title: 'the form that creates an account',
    page: '/signup',
    parts: [
      { kind: 'line', label: 'Name', value: 'Maya Lindqvist' },
      { kind: 'line', label: 'Email', value: 'maya@example.com' },
      { kind: 'line', label: 'Password', value: '••••••••••••' },
      { kind: 'choice', label: 'Time zone', value: 'Europe/Stockholm' },
      { kind: 'button', label: 'Create account' },
    ],
  },
  'sign-in': {
    title: 'the sign-in form',
    page: '/login',
    parts: [
      { kind: 'line', label: 'Email', value: 'maya@example.com' },
      { kind: 'line', label: 'Password', value: '••••••••••••' },
      { kind: 'button', label: 'Sign in' },
    ],
  },
  search: {
    title: 'the search of the help pages',
    page: '/search',
    parts: [
      { kind: 'line', label: 'Search', value: 'sign-in link' },
      { kind: 'button', label: 'Search' },
    ],
  },
} satisfies Record<string, DemoForm>

export type DemoFormName = keyof typeof demoForms

export const demoFormNames = Object.keys(demoForms) as [DemoFormName, ...DemoFormName[]]
