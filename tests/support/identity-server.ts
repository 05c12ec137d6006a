import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono, type Context } from 'hono'

type Identity = {
  id: number
  login: string
  name: string
  email: string
  /** Whether the provider has seen that the address is theirs. */
  verified: boolean
}

/** Somebody who has an account at the provider and none with us. */
export const OCTAVIA: Identity = {
  id: 1,
  login: 'octavia',
  name: 'Octavia Ström',
  email: 'octavia@example.com',
  verified: true,
}

export type IdentityServer = {
  url: string
  clientId: string
  secret: string
  /** What points a Supabase at it, as the provider "github". */
  environment: Record<string, string>
  close(): Promise<void>
}

/**
 * A small server that signs people in as GitHub does: a page with a button for each person, an
 * access token for the code, the user and their addresses for the token.
 *
 * Source: https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
 */
export async function startIdentityServer(
  people: Identity[],
  { port = 0 } = {},
): Promise<IdentityServer> {
  const clientId = 'portico-test'
  const secret = randomUUID()
  const routes = identityRoutes(people, clientId, secret)
  const server = createServer(getRequestListener(routes.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    clientId,
    secret,
    environment: {
      SUPABASE_AUTH_EXTERNAL_GITHUB_CLIENT_ID: clientId,
      SUPABASE_AUTH_EXTERNAL_GITHUB_SECRET: secret,
      SUPABASE_AUTH_EXTERNAL_GITHUB_URL: url,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function identityRoutes(people: Identity[], clientId: string, secret: string) {
  const routes = new Hono()
  /** Codes and tokens that were given out, and to whom. */
  const given = new Map<string, Identity>()

  routes.get('/login/oauth/authorize', (c) => {
    if (c.req.query('client_id') !== clientId) return c.text('Unknown application.', 400)
    return c.html(choicePage(people, c.req.query('redirect_uri') ?? '', c.req.query('state') ?? ''))
  })

  routes.get('/login/oauth/allow', (c) => {
    const target = new URL(c.req.query('redirect_uri') ?? '')
    target.searchParams.set('state', c.req.query('state') ?? '')
    const person = people.find(({ login }) => login === c.req.query('login'))
    if (person) {
      const code = randomUUID()
      given.set(code, person)
      target.searchParams.set('code', code)
    } else {
      target.searchParams.set('error', 'access_denied')
      target.searchParams.set('error_description', 'The person has denied the request')
    }
    return c.redirect(target.href)
  })

  routes.post('/login/oauth/access_token', async (c) => {
    const form = await c.req.parseBody()
    const person = given.get(String(form.code))
    given.delete(String(form.code))
    if (!person || form.client_id !== clientId || form.client_secret !== secret) {
      return c.json({ error: 'bad_verification_code' })
    }
    const token = randomUUID()
    given.set(token, person)
    return c.json({ access_token: token, token_type: 'bearer', scope: 'user:email' })
  })

  routes.get('/api/v3/user', (c) => {
    const person = bearerOf(c, given)
    if (!person) return c.json({ message: 'Bad credentials' }, 401)
    const { id, login, name } = person
    return c.json({ id, login, name, avatar_url: '' })
  })

  routes.get('/api/v3/user/emails', (c) => {
    const person = bearerOf(c, given)
    if (!person) return c.json({ message: 'Bad credentials' }, 401)
    const { email, verified } = person
    return c.json([{ email, verified, primary: true }])
  })

  return routes
}

function bearerOf(c: Context, given: Map<string, Identity>): Identity | undefined {
  return given.get(c.req.header('authorization')?.replace(/^(Bearer|token) /, '') ?? '')
}

function choicePage(people: Identity[], redirectUri: string, state: string): string {
  const buttons = people.map(
    ({ login, name }) =>
      `<p><button name="login" value="${escape(login)}">Continue as ${escape(name)}</button></p>`,
  )
  return `<!doctype html>
<html lang="en">
<title>Identity server</title>
<h1>Sign in to the support portal?</h1>
<form action="/login/oauth/allow">
<input type="hidden" name="redirect_uri" value="${escape(redirectUri)}">
<input type="hidden" name="state" value="${escape(state)}">
${buttons.join('\n')}
<p><button name="login" value="">Cancel</button></p>
</form>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
