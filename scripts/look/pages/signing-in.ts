import type { Page } from '@playwright/test'
import { press, prove } from './acts'
import type { PageState } from './page-state'

async function askForCode(page: Page): Promise<void> {
  await page.getByLabel('Phone number').fill('+49 151 23456789')
  await press('Send me a code')(page)
}

/** More often than people need. */
async function guessPasswords(page: Page): Promise<void> {
  for (let tries = 0; tries < 6; tries += 1) {
    await page.getByLabel('Email').fill('nobody@example.com')
    await page.getByLabel('Password', { exact: true }).fill(`a wrong password ${tries}`)
    await press('Sign in')(page)
    await page.getByRole('heading', { level: 1 }).waitFor()
  }
}

async function typeAPassword(page: Page): Promise<void> {
  await page.getByLabel('Password', { exact: true }).pressSequentially('qwertyuiop123')
  await page.waitForTimeout(700)
}

async function proveForAReset(page: Page): Promise<void> {
  await prove(page)
  await page.goto('/password/reset')
}

/** Ways in, and what goes wrong on them. */
export const SIGNING_IN: PageState[] = [
  { name: 'login', actor: 'guest', path: '/login' },
  { name: 'login-on-the-way', actor: 'guest', path: '/login?next=%2Ftickets%2F1001' },
  { name: 'login-error', actor: 'guest', path: '/login', then: press('Sign in') },
  { name: 'login-locked', actor: 'guest', path: '/login', then: guessPasswords },
  { name: 'phone-login', actor: 'guest', path: '/login/phone' },
  {
    name: 'phone-login-error',
    actor: 'guest',
    path: '/login/phone',
    then: press('Send me a code'),
  },
  { name: 'phone-code', actor: 'guest', path: '/login/phone', then: askForCode },
  { name: 'magic-link', actor: 'guest', path: '/login/magic-link' },
  { name: 'magic-link-sent', actor: 'guest', path: '/login/magic-link/sent' },
  { name: 'password-forgot', actor: 'guest', path: '/password/forgot' },
  { name: 'password-forgot-sent', actor: 'guest', path: '/password/forgot/sent' },
  { name: 'signup', actor: 'guest', path: '/signup' },
  { name: 'signup-error', actor: 'guest', path: '/signup', then: press('Create account') },
  { name: 'signup-weak', actor: 'guest', path: '/signup', then: typeAPassword },
  { name: 'signup-sent', actor: 'guest', path: '/signup/sent' },
  {
    name: 'confirm',
    actor: 'guest',
    path: '/auth/confirm?token_hash=0123456789abcdef0123&type=signup',
  },
  {
    name: 'confirm-email-change',
    actor: 'guest',
    path: '/auth/confirm?token_hash=0123456789abcdef0123&type=email_change',
  },
  { name: 'confirm-half', actor: 'guest', path: '/auth/confirm?half=1' },
  { name: 'callback-refused', actor: 'guest', path: '/auth/callback', status: 400 },
  {
    name: 'not-me',
    actor: 'guest',
    path: '/account/not-me?notice=00000000-0000-4000-8000-000000000000',
  },
  { name: 'password-reset', actor: 'customer', path: '/account/delete', then: proveForAReset },
  { name: 'confirm-used', actor: 'guest', path: '/auth/confirm', status: 400 },
  { name: 'not-found', actor: 'guest', path: '/no/such/page', status: 404 },
  { name: 'not-found-desk', actor: 'customer', path: '/admin/tickets', status: 404 },
  {
    name: 'invitation',
    actor: 'guest',
    path: ({ invitation }) => `/invitation?key=${invitation}`,
  },
  { name: 'invitation-closed', actor: 'guest', path: '/invitation', status: 400 },
]
