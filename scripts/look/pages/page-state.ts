import type { Page } from '@playwright/test'
import type { Actor, DemoPortal } from '../demo-portal'

/** A page in one of its states. */
export type PageState = {
  /** Also the name of its pictures. */
  name: string
  actor: Actor
  path: string | ((portal: DemoPortal) => string)
  /** What is done on the page to bring it into this state. */
  then?: (page: Page) => Promise<void>
  /** 200 when left out. */
  status?: number
}
