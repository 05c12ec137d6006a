import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type TestDatabase } from './harness'

type View = { id: string; name: string; query: string }

let db: TestDatabase
let ines: Person
let noor: Person

beforeAll(async () => {
  db = await openTestDatabase()
  ines = await db.addPerson('Ines Okafor', 'agent')
  noor = await db.addPerson('Noor Haddad', 'agent')
})
afterAll(() => db?.close())

const save = (person: Person, view: Partial<View> = {}) =>
  db.rpc(person, 'save_view', { id: randomUUID(), name: 'Urgent', query: '?view=all', ...view })

const viewsOf = async (person: Person) =>
  (await db.rpc<{ saved_views: View[] }>(person, 'queue_page')).saved_views

test('a view is saved once, and a new one of the same name takes its place', async () => {
  const view = { id: randomUUID(), name: 'Urgent', query: '?view=all&priority=urgent' }
  await save(ines, view)
  await save(ines, view)
  expect(await viewsOf(ines)).toEqual([view])
  await save(ines, { query: '?view=mine' })
  expect(await viewsOf(ines)).toMatchObject([{ name: 'Urgent', query: '?view=mine' }])
  expect(await viewsOf(noor)).toEqual([])
})

test('nobody deletes the view of somebody else', async () => {
  const [view] = await viewsOf(ines)
  await db.rpc(noor, 'delete_view', { id: view?.id })
  expect(await viewsOf(ines)).toHaveLength(1)
  await db.rpc(ines, 'delete_view', { id: view?.id })
  expect(await viewsOf(ines)).toEqual([])
})

test('twenty views are enough, also for two requests at once', async () => {
  const names = Array.from({ length: 19 }, (_, each) => `View ${each}`)
  for (const name of names) await save(noor, { name })
  const both = await Promise.allSettled([save(noor, { name: 'A' }), save(noor, { name: 'B' })])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await refusal(save(noor, { name: 'C' }))).toMatchObject({ message: 'saved_views_count' })
  await save(noor, { name: 'View 3', query: '?view=new' })
  expect(await viewsOf(noor)).toHaveLength(20)
})

test.each([
  '',
  'javascript:alert(1)',
  '?view=all#x',
  '?view=all&q=a b',
  '?q=x',
  'https://x.example',
])('the address "%s" is no view', async (query) => {
  expect(await refusal(save(ines, { query }))).toMatchObject({ code: '23514' })
})

test('views are in what is held about a person, and go with their account', async () => {
  const eve = await db.addPerson('Eve Lang', 'agent')
  await save(eve)
  const held = await db.rpc<{ saved_views: View[]; profile: object }>(eve, 'export_account')
  expect(held.saved_views).toMatchObject([{ name: 'Urgent' }])
  expect(held.profile).toMatchObject({ shortcuts: true })
  await db.rpc(eve, 'delete_account')
  const left = await db.owner('select 1 from public.saved_views where owner_id = $1', [eve.id])
  expect(left).toEqual([])
})
