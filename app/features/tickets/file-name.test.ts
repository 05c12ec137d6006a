import { expect, test } from 'vitest'
import { contentDisposition, safeFileName } from './file-name'

test.each([
  ['page-and-file.png', 'page-and-file.png'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\maya\\dates.csv', 'dates.csv'],
  ['a\r\nSet-Cookie: x.png', 'aSet-Cookie_ x.png'],
  ['a\u0000.png', 'a.png'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['.htaccess', 'htaccess'],
  ['', 'file'],
  ['..', 'file'],
  ['über\u0308sicht.pdf', 'über\u0308sicht.pdf'],
  ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
])('%j becomes %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected.normalize('NFC'))
})

test('a name of 300 characters keeps its ending', () => {
  const name = safeFileName(`${'a'.repeat(300)}.png`)
  expect(name).toHaveLength(120)
  expect(name.endsWith('.png')).toBe(true)
})

test('a download header carries any name and no line break', () => {
  expect(contentDisposition('attachment', 'naïve "file"’s.pdf')).toBe(
    `attachment; filename="na_ve _file__s.pdf"; filename*=UTF-8''na%C3%AFve%20%22file%22%E2%80%99s.pdf`,
  )
})
