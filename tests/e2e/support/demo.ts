import type { BrowserContext, Cookie, Page, Response } from '@playwright/test'
import { startDemoPortal, type Actor, type DemoPortal } from '../../../scripts/look/demo-portal'
import { openPage, signInAs } from '../../../scripts/look/open-page'
import type { PageState } from '../../../scripts/look/pages/page-state'
import { expect, test as journey, watch } from './journey'

type Opened = {
  page: Page
  /** What the server sent, before any script has touched it. */
  html: string
}

type Demo = {
  portal: DemoPortal
  /** The browser of an actor, who has just signed in; pages in it share what they have loaded. */
  browserOf(actor: Actor): Promise<BrowserContext>
}

/** Checks of pages that are only looked at, on a portal of their own with the demo data. */
export const test = journey.extend<{ open: (state: PageState) => Promise<Opened> }, { demo: Demo }>(
  {
    demo: [
      async ({ browser }, provide, { project }) => {
        const portal = await startDemoPortal()
        const known = new Map<Actor, { context: BrowserContext; cookies: Cookie[] }>()
        await provide({
          portal,
          async browserOf(actor) {
            const there = known.get(actor)
            if (there) {
              // What one page has left, such as a proof of who one is, is not for the next.
              await there.context.clearCookies()
              await there.context.addCookies(there.cookies)
              return there.context
            }
            const context = await browser.newContext({ ...project.use, baseURL: portal.url })
            await signInAs(context, actor)
            known.set(actor, { context, cookies: await context.cookies() })
            return context
          },
        })
        for (const { context } of known.values()) await context.close()
        await portal.stop()
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    open: async ({ demo }, provide) => {
      const opened: Page[] = []
      const complaints: string[] = []
      await provide(async (state) => {
        const page = await (await demo.browserOf(state.actor)).newPage()
        opened.push(page)
        watch(page, complaints)
        let last: Response | undefined
        page.on('response', (response) => {
          const isPage = response.request().isNavigationRequest() && response.status() !== 303
          if (isPage && response.frame() === page.mainFrame()) last = response
        })
        await openPage(page, state, demo.portal)
        return { page, html: (await last?.text()) ?? '' }
      })
      for (const page of opened) await page.close()
      expect(complaints).toEqual([])
    },
  },
)
