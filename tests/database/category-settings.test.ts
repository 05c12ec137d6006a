import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'
import { openTicket } from './ticket-builder'

let db: TestDatabase
let maya: Person
let ines: Person
let per: Person
beforeAll(async () => {
  db = await openTestDatabase()
  maya = await db.addPerson('Maya Lindqvist')
  ines = await db.addPerson('Ines Okafor', 'agent')
  per = await db.addPerson('Per Dahl', 'admin')
})
afterAll(() => db?.close())

type Category = {
  slug: string
  name: string
  description: string
  active: boolean
  version: number
}
const list = () => db.rpc<(Category & Row)[]>(per, 'list_category_settings')
const slugs = async () => (await list()).map(({ slug }) => slug)

async function change(slug: string, changed: Partial<Category>, caller = per) {
  const known = (await list()).find((category) => category.slug === slug)!
  const { name, description, active, version } = { ...known, ...changed }
  return db.rpc(caller, 'change_category', { slug, name, description, active, version })
}

test('an admin adds a category, once, and it can be chosen', async () => {
  const added = { slug: 'billing', name: 'Billing', description: 'Invoices and payments' }
  await db.rpc(per, 'add_category', added)
  await db.rpc(per, 'add_category', added)
  expect((await slugs()).at(-1)).toBe('billing')
  const ticket = await openTicket(db, maya, { category: 'billing' })
  expect(ticket.number).toBeGreaterThan(0)
  expect((await list()).at(-1)).toMatchObject({ ...added, tickets: 1, open_tickets: 1 })
})

test('two categories have neither the same short name nor the same name', async () => {
  const other = { slug: 'billing', name: 'Something', description: '' }
  expect(await refusal(db.rpc(per, 'add_category', other))).toMatchObject({ code: '23505' })
  const alike = { slug: 'billing-2', name: 'BILLING', description: '' }
  expect(await refusal(db.rpc(per, 'add_category', alike))).toMatchObject({ code: '23505' })
  const odd = { slug: 'Not a slug', name: 'Odd', description: '' }
  expect(await refusal(db.rpc(per, 'add_category', odd))).toMatchObject({ code: '23514' })
})

test('the short name of a category stays', async () => {
  const rename = db.owner(`update public.categories set slug = 'bills' where slug = 'other'`)
  expect(await refusal(rename)).toMatchObject({ code: 'PT409' })
})

test('a form that is out of date changes nothing', async () => {
  const { version } = (await list())[0]!
  await change('signing-in', { name: 'Signing in and out' })
  const late = change('signing-in', { name: 'Access', version })
  expect(await refusal(late)).toMatchObject({ code: 'PT409', message: 'categories_version' })
  expect((await list())[0]).toMatchObject({ name: 'Signing in and out', version: version + 1 })
  await change('signing-in', { name: 'Signing in and out', version })
})

test('a category moves up and down, and no further than the ends', async () => {
  const [first, second, third] = await slugs()
  await db.rpc(per, 'move_category', { slug: third, up: true })
  expect((await slugs()).slice(0, 3)).toEqual([first, third, second])
  await db.rpc(per, 'move_category', { slug: first, up: true })
  expect((await slugs())[0]).toBe(first)
  await db.rpc(per, 'move_category', { slug: first, up: false })
  expect((await slugs()).slice(0, 3)).toEqual([third, first, second])
})

test('at least one category stays in use', async () => {
  const all = await slugs()
  for (const slug of all.slice(1)) await change(slug, { active: false })
  expect(await refusal(change(all[0]!, { active: false }))).toMatchObject({ code: 'PT409' })
  for (const slug of all.slice(1)) await change(slug, { active: true })
})

test('of two admins who put the last two out of use at the same moment one is refused', async () => {
  const [first, second, ...rest] = await slugs()
  for (const slug of rest) await change(slug, { active: false })
  const both = await Promise.allSettled(
    [first!, second!].map((slug) => change(slug, { active: false })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await list()).filter(({ active }) => active)).toHaveLength(1)
})

test.each([
  ['list_category_settings', {}],
  ['add_category', { slug: 'mine', name: 'Mine', description: '' }],
  ['change_category', { slug: 'other', name: 'X', description: '', active: true, version: 1 }],
  ['move_category', { slug: 'other', up: true }],
])('%s is for admins alone', async (name, args) => {
  expect(await refusal(db.rpc('anonymous', name, args))).toMatchObject({ code: '42501' })
  expect(await refusal(db.rpc(maya, name, args))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc(ines, name, args))).toMatchObject({ code: 'PT403' })
})
