import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestPortal } from '../support/portal'

const ARTICLE = '/kb/any-browser/search-the-help'
const BROWSER = {
  'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
}
const ROBOT = { 'User-Agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' }

let portal: TestPortal

beforeAll(async () => {
  portal = await startTestPortal()
})

afterAll(() => portal.stop())

async function firstPopular(): Promise<string | undefined> {
  const html = await (await fetch(portal.url)).text()
  return /Popular articles<\/h2>.*?<a href="([^"]+)"/s.exec(html)?.[1]
}

async function read(times: number, headers: Record<string, string>, method = 'GET') {
  for (let time = 0; time < times; time += 1) {
    const answer = await fetch(portal.url + ARTICLE, { headers, method })
    await answer.arrayBuffer()
  }
}

test('what people read most stands first on the home page, and outlives the server', async () => {
  expect(await firstPopular()).not.toBe(ARTICLE)
  await read(3, BROWSER)
  await read(5, ROBOT)
  await read(5, BROWSER, 'HEAD')
  await portal.kill('SIGTERM') // what was counted is written down
  const counted = await portal.supabase.query('select path, views from public.content_views')
  expect(counted).toEqual([{ path: ARTICLE, views: 3 }])
  await portal.restart()
  await expect.poll(firstPopular).toBe(ARTICLE)
})
