import type { DemoPortal } from '../demo-portal'
import { press } from './acts'
import type { PageState } from './page-state'

const customer = (rest: string) => (portal: DemoPortal) =>
  `/admin/customers/${portal.person('tomas@example.com')}${rest}`
const member = (rest: string) => (portal: DemoPortal) =>
  `/admin/team/${portal.person('ines@example.com')}${rest}`

/** People, settings and logs that staff keep. */
export const SETTINGS: PageState[] = [
  { name: 'security-log', actor: 'admin', path: '/admin/security' },
  { name: 'security-log-none', actor: 'admin', path: '/admin/security?q=xylophone' },
  { name: 'customers', actor: 'agent', path: '/admin/customers' },
  { name: 'customers-none', actor: 'agent', path: '/admin/customers?q=xylophone' },
  { name: 'customer-agent', actor: 'agent', path: customer('') },
  { name: 'customer', actor: 'admin', path: customer('') },
  { name: 'customer-name', actor: 'admin', path: customer('/name') },
  { name: 'customer-suspend', actor: 'admin', path: customer('/suspend') },
  { name: 'macros', actor: 'admin', path: '/admin/macros' },
  { name: 'macros-agent', actor: 'agent', path: '/admin/macros' },
  { name: 'macro', actor: 'admin', path: ({ macro }) => `/admin/macros/${macro}` },
  { name: 'macro-new-error', actor: 'admin', path: '/admin/macros/new', then: press('Save') },
  { name: 'saved-reply-new', actor: 'agent', path: '/admin/macros/replies/new' },
  { name: 'categories', actor: 'admin', path: '/admin/categories' },
  { name: 'category', actor: 'admin', path: '/admin/categories/other' },
  {
    name: 'category-new-error',
    actor: 'admin',
    path: '/admin/categories/new',
    then: press('Save'),
  },
  { name: 'team', actor: 'admin', path: '/admin/team' },
  { name: 'team-invite', actor: 'admin', path: '/admin/team/invite' },
  {
    name: 'team-invite-error',
    actor: 'admin',
    path: '/admin/team/invite',
    then: press('Send the invitation'),
  },
  { name: 'member', actor: 'admin', path: member('') },
  { name: 'member-deactivate', actor: 'admin', path: member('/deactivate') },
  { name: 'changes', actor: 'admin', path: '/admin/audit' },
  { name: 'changes-none', actor: 'admin', path: '/admin/audit?q=xylophone' },
]
