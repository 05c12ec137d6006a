import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectFolder } from '../support/database-fingerprint'
import { startTestPortal, type TestPortal } from '../support/portal'

let portal: TestPortal

beforeAll(async () => {
  const preload = pathToFileURL(join(projectFolder, 'tests/support/routes-with-bugs.mjs')).href
  portal = await startTestPortal({ NODE_OPTIONS: `--import ${preload}` })
})

afterAll(() => portal.stop())

const logged = (message: string) =>
  portal
    .log()
    .map((line) => JSON.parse(line) as { msg: string; err?: { message: string } })
    .filter(({ msg, err }) => msg.includes(message) || err?.message === message)

test.each(['/search', '/account', '/sitemap.xml'])(
  'a bug of %s costs one page, which says so, and tells nobody what it was',
  async (path) => {
    const answer = await fetch(portal.url + path)
    const page = await answer.text()
    expect(answer.status).toBe(500)
    expect(page).toMatch(/<h1[^>]*>[^<]+<\/h1>/)
    expect(page).not.toMatch(/a bug|TypeError|routes-with-bugs/)
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect((await fetch(`${portal.url}/kb`)).status).toBe(200)
  },
)

test('whoever runs the portal finds both in the log, and the same process goes on', async () => {
  const pid = portal.pid()
  await fetch(`${portal.url}/search`)
  expect((await fetch(`${portal.url}/health`)).status).toBe(200)
  expect(logged('a bug').length).toBeGreaterThan(0)
  expect(logged('a rejection that nobody waits for').length).toBeGreaterThan(0)
  expect(() => process.kill(pid, 0)).not.toThrow()
})
