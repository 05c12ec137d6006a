import type { IncomingMessage } from 'node:http'
import { isbot } from 'isbot'
import type { Env } from '~/platform/env.server'
import type { Log } from '~/platform/log.server'
import { serviceClient } from '~/platform/service.server'

/** How often (ms) what was counted is written down, and what is read most is asked for. */
const EXCHANGE_MS = 60_000

/** What counts as lately, and how many of the most read are known. */
const DAYS = 30
const MOST = 100

const CONTENT = /^\/(?:kb|faq|tutorials)\/[a-z0-9/-]{1,250}$/

/**
 * Counts what people read. In memory, since a finished page is answered without a backend; now and
 * then it is added to what all servers have counted. While the backend is away, counts wait here.
 */
export class ContentViews {
  #counted = new Map<string, number>()
  #popular: string[] = []
  #timer: NodeJS.Timeout | null = null
  /** What was begun last; one exchange waits for the one before it. */
  #running: Promise<void> = Promise.resolve()

  /** @param onChange is called when other documents are read most than before */
  constructor(
    private readonly env: Env,
    private readonly log: Log,
    private readonly onChange: () => void,
  ) {}

  /** The addresses that were opened most lately, most first; none until the backend has said so. */
  get popular(): readonly string[] {
    return this.#popular
  }

  /** Counts one opened page, unless a program opened it. */
  count({ method, url = '', headers }: IncomingMessage): void {
    if (method !== 'GET' || !CONTENT.test(url) || isbot(headers['user-agent'])) return
    this.#counted.set(url, (this.#counted.get(url) ?? 0) + 1)
  }

  /** Asks for what is read most, and goes on exchanging until it is stopped. */
  start(): void {
    void this.#exchange()
    this.#timer = setInterval(() => void this.#exchange(), EXCHANGE_MS).unref()
  }

  /** Writes the last counts down, those of an exchange under way included. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#running
    if (this.#counted.size > 0) await this.#exchange()
  }

  /** Writes down what was counted, and asks what is read most. Never fails: counts wait for the next time. */
  #exchange(): Promise<void> {
    this.#running = this.#running
      .then(() => this.#exchangeNow())
      .catch((error: unknown) => this.log.error({ err: error }, 'views could not be exchanged'))
    return this.#running
  }

  async #exchangeNow(): Promise<void> {
    const counted = this.#counted
    this.#counted = new Map()
    const supabase = serviceClient(this.env)
    if (counted.size > 0) {
      const { error } = await supabase.rpc('count_views', { counted: Object.fromEntries(counted) })
      if (error) {
        for (const [path, views] of counted)
          this.#counted.set(path, views + (this.#counted.get(path) ?? 0))
        this.log.info({ err: error }, 'views are not written down yet')
        return
      }
    }
    const { data } = await supabase.rpc('most_viewed', { days: DAYS, most: MOST })
    if (!data || data.join() === this.#popular.join()) return
    this.#popular = data
    this.onChange()
  }
}
