import { pino } from 'pino'
import { expect, test } from 'vitest'
import type { Supabase } from '~/platform/supabase.server'
import { csv, safeName, zipAccount } from './export.server'

test('what a spreadsheet would run is text', () => {
  const rows = ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '＝1'].map((subject) => ({ subject }))
  for (const line of csv(rows).split('\r\n').slice(1, -1)) {
    expect(line.replace(/^"/, '')).toMatch(/^'|^＝/)
  }
})

test('lists inside a row are one cell, and a missing one is empty', () => {
  expect(csv([{ id: 1, messages: [{ body: 'a "b"' }] }, { id: 2 }])).toBe(
    '\ufeffid,messages\r\n1,"[{""body"":""a \\""b\\""""}]"\r\n2,\r\n',
  )
})

test.each([
  ['../../etc/passwd', '.._.._etc_passwd'],
  ['a\r\nb.png', 'a__b.png'],
  ['C:\\x.exe', 'C__x.exe'],
  ['Grüße 1.txt', 'Grüße 1.txt'],
])('the file %j is called %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})

test('a reader who goes away ends the download under way, and no other is begun', async () => {
  let cancel = () => {}
  const cancelled = new Promise<void>((resolve) => (cancel = resolve))
  const asked: string[] = []
  const endless = () =>
    new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
      cancel: () => cancel(),
    })
  const download = (name: string) => {
    asked.push(name)
    return { asStream: async () => ({ data: endless(), error: null }) }
  }
  const supabase = { storage: { from: () => ({ download }) } } as unknown as Supabase
  const files = ['1', '2'].map((id) => ({ id, name: 'a.bin', object_name: id }))

  const zip = zipAccount(supabase, { files }, pino({ level: 'silent' }))
  for await (const chunk of zip) if (chunk) break

  await cancelled
  expect(asked).toEqual(['1'])
})
