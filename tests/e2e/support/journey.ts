/* eslint-disable no-empty-pattern -- Playwright reads the shape of a fixture's first parameter */
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import { latestMail, linkIn } from '../../support/mailbox'
import { createPerson, PASSWORD } from '../../support/people'

export { expect, PASSWORD }

type Person = { name: string; email: string }

type Fixtures = {
  /** Somebody nobody has met: each test has its own. */
  newcomer: Person
  /** A second browser, for a second person. */
  otherBrowser: () => Promise<Page>
}

let count = 0

/** A journey: relative addresses lead to the portal, and no script may complain. */
export const test = base.extend<Fixtures>({
  baseURL: async ({}, provide) => provide(process.env.TEST_PORTAL_URL),
  // Each journey comes from an address of its own, as people do: limits count by address.
  extraHTTPHeaders: async ({}, provide) => {
    await provide(fromSomewhere())
  },
  page: async ({ page }, provide) => {
    const complaints: string[] = []
    watch(page, complaints)
    await provide(page)
    expect(complaints).toEqual([])
  },
  newcomer: async ({}, provide, info) => {
    count += 1
    const id = `${info.project.name}-${info.workerIndex}-${Date.now().toString(36)}-${count}`
    await provide({ name: `Robin ${id}`, email: `robin-${id}@example.com` })
  },
  otherBrowser: async ({ browser, baseURL, javaScriptEnabled }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async () => {
      const context = await browser.newContext({
        baseURL,
        javaScriptEnabled,
        extraHTTPHeaders: fromSomewhere(),
        locale: 'en-GB',
      })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

function fromSomewhere(): Record<string, string> {
  const part = () => 1 + Math.floor(Math.random() * 250)
  return { 'X-Forwarded-For': `10.${part()}.${part()}.${part()}` }
}

/** Collects what the scripts of a page complain about. */
export function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // The status of a page that is meant to be a 4xx is no complaint of ours.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text())
  })
}

/** Signs up, opens the mail, presses its button: signed in at the end. */
export async function signUp(
  page: Page,
  person: Person,
  { timeZone }: { timeZone?: string } = {},
): Promise<void> {
  await page.goto('/signup')
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(PASSWORD)
  if (timeZone !== undefined) await page.getByLabel('Time zone').selectOption(timeZone)
  // Programs are told from people by their speed.
  await page.waitForTimeout(1_100)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your email')
  const mail = await latestMail(process.env.TEST_MAILBOX_URL!, person.email)
  await page.goto(linkIn(mail, '/auth/confirm'))
  await page.getByRole('button', { name: 'Confirm and sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
}

/** An account that is there already, as an operator makes one: signed in at the end. */
export async function arrive(page: Page, person: Person): Promise<void> {
  const url = process.env.TEST_SUPABASE_URL!
  await createPerson({ url, secretKey: process.env.TEST_SUPABASE_SECRET_KEY! }, person)
  await signIn(page, person.email)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your tickets')
}

/** Signs in with the password that all people of the tests have. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).not.toHaveURL(/\/login/)
}
