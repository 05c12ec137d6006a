import type { BrowserContext } from '@playwright/test'
import { Actor } from '../../../tests/support/actors'
import { startTestPortal } from '../../../tests/support/portal'
import { DEMO_PASSWORD, seedDemo } from '../../database/seed'
import { buildContent } from '../build-content'

/** A running portal with the demo people, and what may be done on it behind the camera. */
export type Stage = {
  url: string
  startedAt: number
  /** Somebody signed in, who acts without being seen. */
  actor(email: string): Promise<Actor>
  stop(): Promise<void>
}

/**
 * Starts the built portal with the demo people and tickets, fresh, so that numbers are the same each
 * time, and with the content as it is now, which pages of tickets show too.
 * @param folder for the finished content
 */
export async function setStage(folder: string): Promise<Stage> {
  await buildContent({ outDir: folder })
  const startedAt = Date.now()
  const portal = await startTestPortal({ LOG_LEVEL: 'error', CONTENT_DIR: folder })
  try {
    await seedDemo(portal.supabase, new Date(startedAt))
  } catch (error) {
    await portal.stop()
    throw error
  }
  return {
    url: portal.url,
    startedAt,
    actor: (email) => new Actor(portal.url, email).signIn(email, DEMO_PASSWORD),
    stop: () => portal.stop(),
  }
}

/** Gives a browser the session of somebody who is signed in. */
export async function lendSession(context: BrowserContext, actor: Actor): Promise<void> {
  const cookies = actor.cookieNames().map((name) => ({
    name,
    value: actor.cookie(name) ?? '',
    url: actor.portal,
  }))
  await context.addCookies(cookies)
}
