import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, refusal, type Person, type Row, type TestDatabase } from './harness'

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

const macro = (changed: Row = {}) => ({
  id: randomUUID(),
  name: `Ask for the browser ${randomUUID()}`,
  description: '',
  reply: 'Which browser do you use, {{requester.first_name}}?',
  next_status: 'pending',
  priority: null,
  add_tags: ['browser'],
  assign: 'keep',
  active: true,
  ...changed,
})
const savedReply = (changed: Row = {}) => ({
  id: randomUUID(),
  title: `Thanks ${randomUUID()}`,
  body: 'Thank you for telling us.',
  active: true,
  ...changed,
})
const saveMacro = (row: Row, caller = per) => db.rpc(caller, 'save_macro', row)
const saveReply = (row: Row, caller = ines) => db.rpc(caller, 'save_saved_reply', row)
const rowOf = async (table: string, id: string) =>
  (await db.owner(`select * from public.${table} where id = $1`, [id]))[0]

test('an admin makes a macro, once, and changes it', async () => {
  const made = macro({ add_tags: ['VIP', ' browser '] })
  await saveMacro(made)
  await saveMacro(made)
  expect(await rowOf('macros', made.id)).toMatchObject({ version: 1, add_tags: ['browser', 'vip'] })
  await saveMacro({ ...made, reply: 'Which one?', version: 1 })
  expect(await rowOf('macros', made.id)).toMatchObject({ version: 2, reply: 'Which one?' })
})

test('a form that is out of date changes no macro and no saved reply', async () => {
  const made = macro()
  await saveMacro(made)
  await saveMacro({ ...made, name: `Second ${made.id}`, version: 1 })
  const late = saveMacro({ ...made, name: `Third ${made.id}`, version: 1 })
  expect(await refusal(late)).toMatchObject({ code: 'PT409', message: 'macros_version' })
  expect(await rowOf('macros', made.id)).toMatchObject({ name: `Second ${made.id}` })

  const reply = savedReply()
  await saveReply(reply)
  await saveReply({ ...reply, body: 'Second', version: 1 })
  const lateReply = saveReply({ ...reply, body: 'Third', version: 1 })
  expect(await refusal(lateReply)).toMatchObject({
    code: 'PT409',
    message: 'saved_replies_version',
  })
  expect(await rowOf('saved_replies', reply.id)).toMatchObject({ body: 'Second', version: 2 })
})

test('a macro changes something, and its name is nobody else’s', async () => {
  const empty = macro({ reply: '', next_status: null, add_tags: [] })
  expect(await refusal(saveMacro(empty))).toMatchObject({ code: '23514' })
  const made = macro()
  await saveMacro(made)
  expect(await refusal(saveMacro(macro({ name: made.name })))).toMatchObject({ code: '23505' })
  const reply = savedReply()
  await saveReply(reply)
  expect(await refusal(saveReply(savedReply({ title: reply.title })))).toMatchObject({
    code: '23505',
  })
})

test('a macro moves up and down', async () => {
  const order = async () =>
    (await db.owner<{ id: string }>('select id from public.macros order by position, name')).map(
      ({ id }) => id,
    )
  const [first, second] = [macro(), macro()]
  await saveMacro(first)
  await saveMacro(second)
  expect((await order()).slice(-2)).toEqual([first.id, second.id])
  await db.rpc(per, 'move_macro', { id: second.id, up: true })
  expect((await order()).slice(-2)).toEqual([second.id, first.id])
  await db.rpc(per, 'move_macro', { id: first.id, up: false })
  expect((await order()).slice(-2)).toEqual([second.id, first.id])
})

test('who changed a macro or a saved reply stays known', async () => {
  const reply = savedReply()
  await saveReply(reply)
  await saveReply({ ...reply, body: 'Other words', version: 1 })
  const events = await db.owner(
    `select actor_id, kind, before, after from public.audit_events
      where area = 'saved_replies' and subject = $1 order by id desc limit 1`,
    [reply.title],
  )
  expect(events).toEqual([
    {
      actor_id: ines.id,
      kind: 'changed',
      before: { body: reply.body },
      after: { body: 'Other words' },
    },
  ])
})

test('agents write saved replies and no macros; customers write neither', async () => {
  expect(await refusal(saveMacro(macro(), ines))).toMatchObject({ code: 'PT403' })
  expect(await refusal(saveMacro(macro(), maya))).toMatchObject({ code: 'PT403' })
  expect(await refusal(saveReply(savedReply(), maya))).toMatchObject({ code: 'PT403' })
  const move = { id: randomUUID(), up: true }
  expect(await refusal(db.rpc(ines, 'move_macro', move))).toMatchObject({ code: 'PT403' })
  expect(await refusal(db.rpc('anonymous', 'save_saved_reply', savedReply()))).toMatchObject({
    code: '42501',
  })
  await saveReply(savedReply(), per)
})
