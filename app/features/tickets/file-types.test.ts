import { expect, test } from 'vitest'
import { FILE_KINDS, type FileKind } from '~/lib/file-kinds'
import { acceptedEndings, acceptedType, isSafeImage } from './file-types'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['picture.png', 'image/png'],
  ['PHOTO.JPG', 'image/jpeg'],
  ['scan.pdf', 'application/pdf'],
  ['logs.zip', 'application/zip'],
])('%s with its own bytes is %s', (name, type) => {
  expect(acceptedType(FILE_KINDS, name, bytes(''), type)).toBe(type)
})

test.each([
  ['a program named as a picture', 'setup.png', 'application/x-msdownload'],
  ['a picture named as a program', 'picture.exe', 'image/png'],
  ['a drawing that can run script', 'drawing.svg', 'application/xml'],
  ['a film', 'recording.mov', 'video/quicktime'],
])('%s is refused', (_why, name, type) => {
  expect(acceptedType(FILE_KINDS, name, bytes(''), type)).toBeNull()
})

test('text is known by its ending and its bytes', () => {
  expect(acceptedType(FILE_KINDS, 'dates.csv', bytes('a;b\n1;ü'), undefined)).toBe('text/csv')
  expect(
    acceptedType(FILE_KINDS, 'latin.txt', new Uint8Array([0x4d, 0xfc, 0x6c, 0x6c]), undefined),
  ).toBe('text/plain')
  expect(acceptedType(FILE_KINDS, 'page.html', bytes('<script>'), undefined)).toBeNull()
  expect(acceptedType(FILE_KINDS, 'drawing.svg', bytes('<svg/>'), undefined)).toBeNull()
  expect(acceptedType(FILE_KINDS, 'binary.txt', new Uint8Array([1, 0, 2]), undefined)).toBeNull()
  expect(acceptedType(FILE_KINDS, 'noending', bytes('text'), undefined)).toBeNull()
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
  expect(acceptedType(FILE_KINDS, name, bytes('PK'), 'application/zip')).toBe(type)
  expect(acceptedType(FILE_KINDS, name, bytes('PK'), type)).toBe(type)
})

test('an archive under the name of a picture is refused', () => {
  expect(acceptedType(FILE_KINDS, 'picture.png', bytes('PK'), 'application/zip')).toBeNull()
})

const without = (...kinds: FileKind[]) => FILE_KINDS.filter((kind) => !kinds.includes(kind))

test.each([
  ['pictures', 'picture.png', 'image/png'],
  ['pdf', 'scan.pdf', 'application/pdf'],
  ['text', 'notes.txt', undefined],
  ['archives', 'logs.zip', 'application/zip'],
  ['office', 'letter.odt', 'application/vnd.oasis.opendocument.text'],
] as [FileKind, string, string | undefined][])(
  'where %s are not wanted, %s is refused, and elsewhere taken',
  (kind, name, sniffed) => {
    expect(acceptedType(without(kind), name, bytes('a'), sniffed)).toBeNull()
    expect(acceptedType([kind], name, bytes('a'), sniffed)).not.toBeNull()
  },
)

test('where archives are not wanted, none comes in under the name of an office file', () => {
  expect(acceptedType(without('archives'), 'logs.docx', bytes('PK'), 'application/zip')).toBeNull()
})

test('where office files are not wanted, none comes in as an archive of that name', () => {
  expect(acceptedType(without('office'), 'a.docx', bytes('PK'), 'application/zip')).toBeNull()
})

test('the file dialog offers the endings of what is taken, and no others', () => {
  expect(acceptedEndings(['archives', 'pictures'])).toBe('.png,.jpg,.jpeg,.gif,.webp,.zip')
  expect(acceptedEndings(['text'])).toBe('.txt,.log,.csv,.md,.json')
})
