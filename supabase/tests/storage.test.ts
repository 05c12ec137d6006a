import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { serviceClient, visitorClient } from '../../tests/support/supabase-clients'
import type { LocalSupabase } from '../local/start'
import { shelfMigrations, signedInPerson } from './shelf'

let supabase: LocalSupabase

beforeAll(async () => {
  supabase = await startTestSupabase({ migrations: shelfMigrations })
})

afterAll(() => supabase.close())

const contentType = 'image/png'

async function text(blob: Blob | null) {
  return blob && Buffer.from(await blob.arrayBuffer()).toString()
}

test('people upload, download, list and remove files in a folder of their own', async () => {
  const anna = await signedInPerson(supabase, 'anna@example.com')
  const ben = await signedInPerson(supabase, 'ben@example.com')
  const covers = anna.client.storage.from('covers')
  const path = `${anna.id}/emma.png`

  const uploaded = await covers.upload(path, Buffer.from('a picture'), { contentType })
  expect(uploaded.error).toBeNull()
  expect((await covers.upload(path, Buffer.from('again'), { contentType })).error).not.toBeNull()

  expect(await text((await covers.download(path)).data)).toBe('a picture')
  const listed = await covers.list(anna.id)
  expect(listed.data?.length).toBe(1)
  const [row] = await supabase.query<{ owner_id: string; mimetype: string }>(
    `select owner_id, metadata ->> 'mimetype' as mimetype from storage.objects where name = $1`,
    [path],
  )
  expect(row).toEqual({ owner_id: anna.id, mimetype: contentType })

  expect((await ben.client.storage.from('covers').download(path)).data).toBeNull()
  expect((await visitorClient(supabase).storage.from('covers').download(path)).data).toBeNull()
  await ben.client.storage.from('covers').remove([path])
  expect(await text((await covers.download(path)).data)).toBe('a picture')

  expect((await covers.remove([path])).error).toBeNull()
  expect((await covers.download(path)).data).toBeNull()
})

test('nobody uploads into the folder of somebody else', async () => {
  const carl = await signedInPerson(supabase, 'carl@example.com')
  const theirs = `00000000-0000-4000-8000-000000000000/a.png`
  for (const client of [carl.client, visitorClient(supabase)]) {
    const { error } = await client.storage
      .from('covers')
      .upload(theirs, Buffer.from('x'), { contentType })
    expect(error).not.toBeNull()
  }
  const rows = await supabase.query('select from storage.objects where name = $1', [theirs])
  expect(rows).toEqual([])
})

test('a file is replaced as a whole and keeps its type', async () => {
  const dora = await signedInPerson(supabase, 'dora@example.com')
  const covers = dora.client.storage.from('covers')
  const path = `${dora.id}/one.png`
  await covers.upload(path, Buffer.from('first'), { contentType })
  const second = Buffer.alloc(3_000_000, 7)
  expect((await covers.upload(path, second, { contentType, upsert: true })).error).toBeNull()
  const { data } = await covers.download(path)
  expect(data?.type).toBe(contentType)
  const bytes = await data?.arrayBuffer()
  expect(bytes && Buffer.from(bytes).equals(second)).toBe(true)
})

test('a file over the limit is refused and leaves nothing', async () => {
  const emil = await signedInPerson(supabase, 'emil@example.com')
  const path = `${emil.id}/big.png`
  const tooMuch = Buffer.alloc(50 * 1024 * 1024 + 1)
  const { error } = await emil.client.storage.from('covers').upload(path, tooMuch, { contentType })
  expect(error?.message).toMatch(/maximum allowed size/)
  const rows = await supabase.query('select from storage.objects where name = $1', [path])
  expect(rows).toEqual([])
})

test('the service role moves and copies files', async () => {
  const covers = serviceClient(supabase).storage.from('covers')
  await covers.upload('drafts/a.png', Buffer.from('moved'), { contentType })
  expect((await covers.move('drafts/a.png', 'final/a.png')).error).toBeNull()
  expect((await covers.copy('final/a.png', 'final/b.png')).error).toBeNull()
  expect((await covers.download('drafts/a.png')).data).toBeNull()
  expect(await text((await covers.download('final/b.png')).data)).toBe('moved')
})

test('of two uploads of one file at once the second hears that it is there', async () => {
  const fay = await signedInPerson(supabase, 'fay@example.com')
  const send = () =>
    fay.client.storage
      .from('covers')
      .upload(`${fay.id}/once.png`, Buffer.from('a picture'), { contentType })
  const errors = (await Promise.all([send(), send(), send()])).map(({ error }) => error)
  expect(errors.filter((error) => error === null)).toHaveLength(1)
  const refused = errors.filter((error) => error !== null)
  expect(refused.map(({ message }) => message)).toEqual([
    'The resource already exists',
    'The resource already exists',
  ])
})
