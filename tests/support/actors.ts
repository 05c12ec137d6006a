import type { SupabaseClient } from '@supabase/supabase-js'
import { createPerson, PASSWORD, STAFF } from './people'
import type { TestPortal } from './portal'
import { visitorClient } from './supabase-clients'

type FieldValue = string | File
/** A form: repeated names are written as a list. */
export type Fields = Record<string, FieldValue | FieldValue[]>
export type Headers = Record<string, string>

/** The two customers of every test; nothing of the first is the second's business. */
export const CUSTOMER = { email: 'maya@example.com', name: 'Maya Lindqvist' }
export const SECOND_CUSTOMER = { email: 'tomas@example.com', name: 'Tomas Berg' }

/** Somebody with a browser that knows no script: cookies, forms and addresses, nothing more. */
export class Actor {
  readonly #cookies = new Map<string, string>()

  /** @param portal the origin of the portal */
  constructor(
    readonly portal: string,
    readonly email: string | null = null,
  ) {}

  /** Any request, with the cookies of this browser; redirects are not followed. */
  async request(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    const headers = new globalThis.Headers(init.headers)
    if (this.#cookies.size > 0 && !headers.has('Cookie')) headers.set('Cookie', this.cookieHeader())
    const url = new URL(path, this.portal)
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#take(line)
    return response
  }

  get(path: string, headers: Headers = {}): Promise<Response> {
    return this.request(path, { headers })
  }

  /** Sends a form as a browser does, from a page of our own; with files as multipart. */
  post(path: string, fields: Fields = {}, headers: Headers = {}): Promise<Response> {
    const body = formBody(fields)
    return this.request(path, {
      method: 'POST',
      body,
      headers: { Origin: this.portal, ...headers },
    })
  }

  /** The page at the end of all redirects. */
  async follow(response: Response): Promise<Response> {
    let page = response
    for (let hops = 0; hops < 5; hops += 1) {
      const to = page.headers.get('Location')
      if (!to) return page
      page = await this.get(new URL(to, page.url || this.portal).href)
    }
    throw new Error(`More than five redirects, the last to ${page.headers.get('Location')}.`)
  }

  async postAndFollow(path: string, fields: Fields = {}): Promise<Response> {
    return this.follow(await this.post(path, fields))
  }

  /** @throws when the portal does not let this person in. */
  async signIn(email: string, password = PASSWORD): Promise<this> {
    const answer = await this.post('/login', { email, password })
    if (answer.status !== 303) throw new Error(`${email} cannot sign in: ${answer.status}.`)
    await answer.body?.cancel()
    return this
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name)
  }

  cookieNames(): string[] {
    return [...this.#cookies.keys()]
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  clearCookies(): void {
    this.#cookies.clear()
  }

  cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #take(line: string): void {
    const [pair = ''] = line.split(';')
    const [name = '', ...value] = pair.split('=')
    if (/;\s*max-age=0/i.test(line)) this.#cookies.delete(name)
    else this.#cookies.set(name, value.join('='))
  }
}

function formBody(fields: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const),
  )
  if (pairs.every(([, value]) => typeof value === 'string')) {
    return new URLSearchParams(pairs as [string, string][])
  }
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

export type Cast = Record<'anonymous' | 'customer' | 'secondCustomer' | 'agent' | 'admin', Actor>
export type ActorName = keyof Cast

/** One browser for each kind of person, signed in through the sign-in page. */
export async function gatherCast(portal: TestPortal): Promise<Cast> {
  const people = [CUSTOMER, SECOND_CUSTOMER, STAFF.agent, STAFF.admin]
  for (const person of people) await createPerson(portal.supabase, person)
  const signedIn = (email: string) => new Actor(portal.url, email).signIn(email)
  return {
    anonymous: new Actor(portal.url),
    customer: await signedIn(CUSTOMER.email),
    secondCustomer: await signedIn(SECOND_CUSTOMER.email),
    agent: await signedIn(STAFF.agent.email),
    admin: await signedIn(STAFF.admin.email),
  }
}

/** Somebody who talks to Supabase directly, with their own token and the key that everybody has. */
export async function restClient(portal: TestPortal, email: string): Promise<SupabaseClient> {
  const client = visitorClient(portal.supabase)
  const { error } = await client.auth.signInWithPassword({ email, password: PASSWORD })
  if (error) throw error
  return client
}
