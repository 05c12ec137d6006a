import { parse, serialize, type SerializeOptions } from 'cookie'

/** The cookies that came with one request, and those that its response will set. */
export class CookieJar {
  readonly #incoming: Map<string, string>
  readonly #outgoing = new Map<string, string>()

  /** @param header the request's `Cookie` header, as it came; nonsense in it is ignored */
  constructor(header: string | null) {
    const pairs = Object.entries(parse(header ?? ''))
    this.#incoming = new Map(
      pairs.filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
  }

  get(name: string): string | null {
    return this.#incoming.get(name) ?? null
  }

  all(): { name: string; value: string }[] {
    return [...this.#incoming].map(([name, value]) => ({ name, value }))
  }

  /** Sets a cookie on the response; readable at once by the rest of this request. */
  set(name: string, value: string, options: SerializeOptions): void {
    this.#outgoing.set(name, serialize(name, value, options))
    if (options.maxAge === 0) this.#incoming.delete(name)
    else this.#incoming.set(name, value)
  }

  /** The `Set-Cookie` header lines of the response, one per cookie. */
  setCookieHeaders(): string[] {
    return [...this.#outgoing.values()]
  }
}
