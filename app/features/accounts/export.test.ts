import { expect, test } from 'vitest'
import { csv, safeName } from './export.server'

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
