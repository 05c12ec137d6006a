import { ACCOUNT } from './pages/account'
import { DESK } from './pages/desk'
import type { PageState } from './pages/page-state'
import { READING } from './pages/reading'
import { SETTINGS } from './pages/settings'
import { SIGNING_IN } from './pages/signing-in'
import { TICKETS } from './pages/tickets'

/**
 * Every page in every state that is looked at and checked; a new one gets its line in the file of its
 * area. The order counts: all stand on one portal, and some leave a ticket or a draft behind.
 */
export const PAGES: PageState[] = [
  ...READING,
  ...SIGNING_IN,
  ...ACCOUNT,
  ...TICKETS,
  ...DESK,
  ...SETTINGS,
  { name: 'components', actor: 'guest', path: '/dev/ui' },
]
