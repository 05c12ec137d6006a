import type { Cookie, Page, Response } from '@playwright/test'
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
  /** An empty page of an actor who has just signed in; it may use what it has loaded before. */
  pageOf(actor: Actor): Promise<Page>
}

/** Checks of pages that are only looked at, on a portal of their own with the demo data. */
export const test = journey.extend<{ open: (state: PageState) => Promise<Opened> }, { demo: Demo }>(
  {
    demo: [
      async ({ browser }, provide, { project }) => {
        const portal = await startDemoPortal()
        const known = new Map<Actor, { page: Page; cookies: Cookie[] }>()
        const { viewport } = project.use
        await provide({
          portal,
          async pageOf(actor) {
            const there = known.get(actor)
            if (there) {
              const { page, cookies } = there
              // What one page has left, such as a proof of who one is, is not for the next.
              await page.context().clearCookies()
              await page.context().addCookies(cookies)
              await page.emulateMedia({ colorScheme: null, reducedMotion: null })
              if (viewport) await page.setViewportSize(viewport)
              return page
            }
            const context = await browser.newContext({ ...project.use, baseURL: portal.url })
            await signInAs(context, actor)
            const page = await context.newPage()
            known.set(actor, { page, cookies: await context.cookies() })
            return page
          },
        })
        for (const { page } of known.values()) await page.context().close()
        await portal.stop()
      },
      { scope: 'worker', timeout: 120_000 },
    ],
    open: async ({ demo }, provide) => {
      const complaints: string[] = []
      const opened: Page[] = []
      await provide(async (state) => {
        const page = await demo.pageOf(state.actor)
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
      for (const page of opened) {
        await page.goto('about:blank')
        page.removeAllListeners()
      }
      expect(complaints).toEqual([])
    },
  },
)
