import { arrive, expect, test } from './support/journey'

/*
 * A page is usable before its scripts are, so a key or a click may come at any moment of their
 * start. React then hydrates at once, and must have all it needs to do so.
 */
test('somebody types while the scripts of a page are starting', async ({ page, newcomer }) => {
  await arrive(page, newcomer)
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel()
    const end = Date.now() + 1_000
    port1.onmessage = () => {
      document.body?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
      if (Date.now() < end) port2.postMessage(null)
    }
    port2.postMessage(null)
  })
  await page.goto('/tickets/new')
  await page.waitForTimeout(1_000)
  await page.getByLabel('Subject').fill('The scripts of this page work')
  await expect(page.getByText(/^Saved/)).toBeVisible()
})
