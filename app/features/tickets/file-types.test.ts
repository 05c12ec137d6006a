import { expect, test } from 'vitest'
import { acceptedType, isSafeImage } from './file-types'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['picture.png', 'image/png'],
  ['PHOTO.JPG', 'image/jpeg'],
  ['scan.pdf', 'application/pdf'],
  ['logs.zip', 'application/zip'],
])('%s with its own bytes is %s', (name, type) => {
  expect(acceptedType(name, bytes(''), type)).toBe(type)
})

test.each([
  ['a program named as a picture', 'setup.png', 'application/x-msdownload'],
  ['a picture named as a program', 'picture.exe', 'image/png'],
  ['a drawing that can run script', 'drawing.svg', 'application/xml'],
  ['a film', 'recording.mov', 'video/quicktime'],
])('%s is refused', (_why, name, type) => {
  expect(acceptedType(name, bytes(''), type)).toBeNull()
})

test('text is known by its ending and its bytes', () => {
  expect(acceptedType('dates.csv', bytes('a;b\n1;ü'), undefined)).toBe('text/csv')
  expect(acceptedType('latin.txt', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]), undefined)).toBe(
    'text/plain',
  )
  expect(acceptedType('page.html', bytes('<script>'), undefined)).toBeNull()
  expect(acceptedType('drawing.svg', bytes('<svg/>'), undefined)).toBeNull()
  expect(acceptedType('binary.txt', new Uint8Array([1, 0, 2]), undefined)).toBeNull()
  expect(acceptedType('noending', bytes('text'), undefined)).toBeNull()
})

test('only pictures that cannot run anything are shown in the page', () => {
  expect(isSafeImage('image/png')).toBe(true)
  expect(isSafeImage('image/svg+xml')).toBe(false)
  expect(isSafeImage('application/pdf')).toBe(false)
})

test.each([
  ['report.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['budget.XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['letter.odt', 'application/vnd.oasis.opendocument.text'],
])('%s is an office file, also where its archive does not say so early', (name, type) => {
  expect(acceptedType(name, bytes('PK'), 'application/zip')).toBe(type)
  expect(acceptedType(name, bytes('PK'), type)).toBe(type)
})

test('an archive under the name of a picture is refused', () => {
  expect(acceptedType('picture.png', bytes('PK'), 'application/zip')).toBeNull()
})
