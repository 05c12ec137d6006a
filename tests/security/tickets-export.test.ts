import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { openTicket, reply } from '../support/ticket-forms'

const NOTE = 'violet-umbrella-ninety'
const FORMULAS = [
  '=HYPERLINK("http://x")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
]

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  for (const subject of FORMULAS) await openTicket(cast.customer, { subject })
  const { number } = await openTicket(cast.customer, { subject: 'Plain, with a comma' })
  await openTicket(cast.secondCustomer, { subject: 'Of somebody else' })
  await reply(cast.agent, `/admin/tickets/${number}`, { intent: 'note', note: NOTE })
})
afterAll(() => portal.stop())

test('no cell of the table is a formula', async () => {
  const answer = await cast.customer.get('/tickets/export.csv')
  expect(answer.headers.get('Content-Disposition')).toMatch(
    /^attachment; filename="tickets-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''tickets-/,
  )
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  const csv = await answer.text()
  const lines = csv.trim().split('\r\n')
  expect(lines).toHaveLength(FORMULAS.length + 2)
  expect(lines[0]).toContain('Opened (Europe/Berlin)')
  expect(csv).toContain('"Plain, with a comma"')
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  for (const line of lines.slice(1)) {
    expect(line).toMatch(/^\d+,"?[^=+\-@＝＋－＠\t]/)
  }
})

test.each(['csv', 'json'])('a %s has the own tickets alone, and no note', async (kind) => {
  const text = await (await cast.customer.get(`/tickets/export.${kind}`)).text()
  expect(text).toContain('Plain, with a comma')
  expect(text).not.toContain('Of somebody else')
  expect(text).not.toContain(NOTE)
  const found = await cast.customer.get(`/tickets/export.${kind}?q=${NOTE}`)
  expect(await found.text()).not.toContain('Plain')
})

test('the JSON can be read and follows the filter of the list', async () => {
  const answer = await cast.customer.get('/tickets/export.json?q=comma&status=new')
  const { tickets } = (await answer.json()) as {
    tickets: { subject: string; messages: unknown[] }[]
  }
  expect(tickets).toMatchObject([{ subject: 'Plain, with a comma', messages: [{}] }])
  const none = await cast.customer.get('/tickets/export.json?status=closed')
  expect(await none.json()).toEqual({ tickets: [] })
})

test.each(['q=x,internal.eq.true)', 'sort=id;drop', 'status=in.(new)', 'q=%27;--', 'page=-1'])(
  'a filter of %s is a text or left out',
  async (query) => {
    for (const page of ['/tickets', '/tickets/export.csv', '/tickets/export.json']) {
      expect((await cast.customer.get(`${page}?${query}`)).status).toBe(200)
    }
  },
)

test('figures are drawn without a style or script of their own', async () => {
  const html = await (await cast.customer.get('/tickets/insights')).text()
  expect(html.match(/<svg class="chart"/g)).toHaveLength(4)
  expect(html).not.toMatch(/ style="/)
  expect(html).toContain('Signing in')
})
