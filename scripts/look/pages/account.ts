import { press, prove } from './acts'
import type { PageState } from './page-state'

/** What people set for themselves. */
export const ACCOUNT: PageState[] = [
  { name: 'account', actor: 'customer', path: '/account' },
  { name: 'account-agent', actor: 'agent', path: '/account' },
  { name: 'account-pending', actor: 'newcomer', path: '/account' },
  { name: 'account-details', actor: 'customer', path: '/account/details' },
  { name: 'account-email', actor: 'customer', path: '/account/email' },
  {
    name: 'account-email-error',
    actor: 'customer',
    path: '/account/email',
    then: press('Continue'),
  },
  { name: 'account-phone', actor: 'customer', path: '/account/phone' },
  { name: 'account-phone-code', actor: 'newcomer', path: '/account/phone?step=code' },
  { name: 'account-password', actor: 'customer', path: '/account/password' },
  {
    name: 'account-password-error',
    actor: 'customer',
    path: '/account/password',
    then: press('Change my password'),
  },
  { name: 'account-code', actor: 'customer', path: '/account/code?next=%2Faccount%2Fexport' },
  {
    name: 'account-code-sent',
    actor: 'customer',
    path: '/account/code?next=%2Faccount%2Fexport&sent=1',
  },
  { name: 'account-security', actor: 'customer', path: '/account/security' },
  {
    name: 'account-security-none',
    actor: 'customer',
    path: '/account/security?kind=export_taken',
  },
  { name: 'account-notices', actor: 'customer', path: '/account/notifications' },
  { name: 'account-export', actor: 'customer', path: '/account/export' },
  { name: 'account-delete', actor: 'customer', path: '/account/delete' },
  { name: 'account-delete-sure', actor: 'customer', path: '/account/delete', then: prove },
]
