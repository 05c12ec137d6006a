import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { Problem } from '~/lib/errors'
import { readForm } from './read-form.server'

function post(body: BodyInit, headers?: Record<string, string>): Request {
  return new Request('http://localhost/', { method: 'POST', body, headers })
}

test('a urlencoded form is read', async () => {
  const fields = await readForm(post(new URLSearchParams({ subject: 'Hello', empty: '' })))
  expect([...fields]).toEqual([
    ['subject', 'Hello'],
    ['empty', ''],
  ])
})

test('files come as streams, after the fields that stand before them', async () => {
  const form = new FormData()
  form.append('id', '42')
  form.append('files', new File(['first'], 'a.txt'))
  form.append('files', new File(['second'], 'naïve name.txt'))
  const seen: string[] = []
  await readForm(post(form), {
    maxFileBytes: 1000,
    onFile: async ({ name, stream }, fields) => {
      seen.push(`${String(fields.get('id'))} ${name} ${await text(stream)}`)
    },
  })
  expect(seen).toEqual(['42 a.txt first', '42 naïve name.txt second'])
})

test('an empty file input is no file', async () => {
  const form = new FormData()
  form.append('files', new File([], ''))
  const seen: string[] = []
  await readForm(post(form), { onFile: async ({ name }) => void seen.push(name) })
  expect(seen).toEqual([])
})

test.each([
  [10, false],
  [11, true],
  [100_000, true],
])('of %i bytes where 10 are allowed, it is %s that the file is cut off', async (size, cut) => {
  const form = new FormData()
  form.append('files', new File(['x'.repeat(size)], 'big.txt'))
  await readForm(post(form), {
    maxFileBytes: 10,
    onFile: async ({ stream }) => {
      expect((await text(stream)).length).toBeLessThanOrEqual(11)
      expect(stream.truncated ?? false).toBe(cut)
    },
  })
})

test('a failing file fails the form, and the rest of the body is still read', async () => {
  const form = new FormData()
  form.append('files', new File(['a'.repeat(200_000)], 'a.txt'))
  form.append('files', new File(['b'.repeat(200_000)], 'b.txt'))
  const reading = readForm(post(form), {
    onFile: () => Promise.reject(new Error('storage is down')),
  })
  await expect(reading).rejects.toThrow('storage is down')
})

test.each([
  ['no content type', post(new Uint8Array([1, 2, 3]))],
  ['JSON', post('{}', { 'content-type': 'application/json' })],
  ['no boundary', post('x', { 'content-type': 'multipart/form-data' })],
  [
    'a body cut off before its last boundary',
    post('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhalf', {
      'content-type': 'multipart/form-data; boundary=b',
    }),
  ],
  [
    'ten thousand fields',
    post(new URLSearchParams(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, '']))),
  ],
  ['one field of 300 kB', post(new URLSearchParams({ subject: 'x'.repeat(300_000) }))],
])('%s is refused with a sentence', async (_name, request) => {
  const error = await readForm(request).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Problem)
  expect((error as Problem).kind).toBe('invalid')
})
