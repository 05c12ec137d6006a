import type { Page } from '@playwright/test'
import type { DemoPortal } from '../demo-portal'
import { press } from './acts'
import type { PageState } from './page-state'

const deskTicket = (status: string) => (portal: DemoPortal) =>
  `/admin/tickets/${portal.ticket(status)}`

async function saveView(page: Page): Promise<void> {
  await page.getByText('Save this view').click()
  await page.getByLabel('Name of the view').fill('New, whoever asks')
  await press('Save')(page)
}

async function closeTicked(page: Page): Promise<void> {
  for (const box of await page.getByLabel(/^Select ticket/).all()) await box.check()
  await page.getByLabel('With the ticked tickets').selectOption({ label: 'Set to Closed' })
  await press('Change')(page)
}

async function useMacro(page: Page): Promise<void> {
  await page.getByText('Macros, saved texts').click()
  await page.getByLabel('Macro', { exact: true }).selectOption({ label: 'Ask for a picture' })
  await press('Use this macro')(page)
}

/** Presses a button of one part while something was begun in the others. */
async function leaveUnsaved(page: Page): Promise<void> {
  await page.getByLabel('Reply', { exact: true }).fill('We are looking into it.')
  await page.getByLabel('Priority').selectOption('low')
  await press('Check for updates')(page)
}

/** Saves a form that somebody else has overtaken. */
async function saveTooLate(page: Page): Promise<void> {
  await page.getByLabel('Priority').selectOption('low')
  await page.locator('input[name=version]').evaluate((field: HTMLInputElement) => {
    field.value = '1'
  })
  await press('Save changes')(page)
}

/** The queue and a ticket at the desk. */
export const DESK: PageState[] = [
  { name: 'queue', actor: 'agent', path: '/admin/tickets?view=all' },
  {
    name: 'queue-filtered',
    actor: 'agent',
    path: '/admin/tickets?view=all&q=ticket&priority=normal&assignee=nobody',
  },
  {
    name: 'queue-bulk-error',
    actor: 'agent',
    path: '/admin/tickets?view=all',
    then: press('Change'),
  },
  {
    name: 'queue-close-question',
    actor: 'agent',
    path: '/admin/tickets?view=unassigned',
    then: closeTicked,
  },
  {
    name: 'queue-saved-view',
    actor: 'agent',
    path: '/admin/tickets?view=all&status=new',
    then: saveView,
  },
  { name: 'queue-empty', actor: 'agent', path: '/admin/tickets?view=all&q=xylophone' },
  { name: 'shortcuts', actor: 'agent', path: '/admin/shortcuts' },
  { name: 'guide', actor: 'agent', path: '/admin/help' },
  { name: 'guide-page', actor: 'agent', path: '/admin/help/kb/desk/merge-and-split' },
  { name: 'desk-ticket', actor: 'agent', path: deskTicket('open') },
  { name: 'desk-ticket-closed', actor: 'agent', path: deskTicket('closed') },
  { name: 'desk-ticket-macro', actor: 'agent', path: deskTicket('open'), then: useMacro },
  {
    name: 'desk-ticket-found',
    actor: 'agent',
    path: (portal) => `${deskTicket('open')(portal)}?insert=password`,
  },
  { name: 'desk-ticket-stale', actor: 'agent', path: deskTicket('open'), then: saveTooLate },
  { name: 'desk-ticket-unsaved', actor: 'agent', path: deskTicket('open'), then: leaveUnsaved },
  { name: 'merge', actor: 'agent', path: (portal) => `${deskTicket('open')(portal)}/merge` },
  {
    name: 'merge-confirm',
    actor: 'agent',
    path: (portal) => `${deskTicket('open')(portal)}/merge?into=${portal.ticket('pending')}`,
  },
  {
    name: 'split',
    actor: 'agent',
    path: deskTicket('open'),
    then: (page) => page.getByRole('link', { name: 'Make a ticket of this' }).first().click(),
  },
  { name: 'desk-ticket-error', actor: 'agent', path: deskTicket('open'), then: press('Add note') },
]
