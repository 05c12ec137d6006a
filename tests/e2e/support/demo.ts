import type { Cookie, Page, Response } from '@playwright/test'
import { startDemoPortal, type Actor, type DemoPortal } from '../../../scripts/look/demo-portal'
import { openPage, signInAs } from '../../../scripts/look/open-page'
import type { PageState } from '../../../scripts/look/pages/page-state'
import { test as journey } from './journey'

type Opened = {
  page: Page
  /** What the server sent, before any script has touched it. */
  html: string
}

type Demo = {
  portal: DemoPortal
  /** The cookies of an actor who is signed in. */
  cookiesOf(actor: Actor): Promise<Cookie[]>
}

/** Checks of pages that are only looked at, on a portal of their own with the demo data. */
export const test = journey.extend<{ open: (state: PageState) => Promise<Opened> }, { demo: Demo }>(
  {
    demo: [
      async ({ browser }, provide) => {
        const portal = await startDemoPortal()
        const known = new Map<Actor, Cookie[]>()
        await provide({
          portal,
          async cookiesOf(actor) {
            if (!known.has(actor)) {
              const context = await browser.newContext({ baseURL: portal.url })
              await signInAs(context, actor)
              known.set(actor, await context.cookies())
              await context.close()
            }
            return known.get(actor)!
          },
        })
        await portal.stop()
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    baseURL: async ({ demo }, provide) => provide(demo.portal.url),
    open: async ({ demo, page, context }, provide) => {
      await provide(async (state) => {
        await context.addCookies(await demo.cookiesOf(state.actor))
        let last: Response | undefined
        page.on('response', (response) => {
          const isPage = response.request().isNavigationRequest() && response.status() !== 303
          if (isPage && response.frame() === page.mainFrame()) last = response
        })
        await openPage(page, state, demo.portal)
        return { page, html: (await last?.text()) ?? '' }
      })
    },
  },
)
