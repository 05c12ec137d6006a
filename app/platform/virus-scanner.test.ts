import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { EICAR, startClamd, type Clamd } from '../../tests/support/clamd'
import { findVirus } from './virus-scanner.server'

let clamd: Clamd

beforeAll(async () => {
  clamd = await startClamd()
})

beforeEach(() => clamd.become('well'))

afterAll(() => clamd.stop())

const chunks = (...parts: string[]) => Readable.from(parts.map((part) => Buffer.from(part)))

test('a clean file has no virus, however long it is', async () => {
  const megabyte = 'a'.repeat(1_000_000)
  expect(await findVirus(clamd.address, chunks('', megabyte, '', megabyte))).toBeNull()
  expect(await findVirus(clamd.address, chunks())).toBeNull()
})

test('what is found is named, also where it came in two chunks', async () => {
  const found = await findVirus(clamd.address, chunks(EICAR.slice(0, 30), EICAR.slice(30)))
  expect(found).toBe('Eicar-Test-Signature')
})

test.each(['full', 'hangs up'] as const)('no verdict of a scanner that is %s', async (temper) => {
  clamd.become(temper)
  const long = chunks(...Array.from({ length: 50 }, () => 'a'.repeat(100_000)))
  await expect(findVirus(clamd.address, long)).rejects.toMatchObject({ kind: 'unavailable' })
})

test('no verdict where nobody listens', async () => {
  await expect(findVirus('127.0.0.1:9', chunks('text'))).rejects.toMatchObject({
    kind: 'unavailable',
  })
})

test('a socket of the file system is asked as well, and a bracketed address of IPv6', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portico-clamd-'))
  const server = createServer((socket) => {
    socket.once('data', () => socket.end('stream: Found-It FOUND\0'))
  })
  try {
    const path = join(folder, 'clamd.ctl')
    await new Promise<void>((resolve) => server.listen(path, resolve))
    expect(await findVirus(path, chunks('text'))).toBe('Found-It')
    await expect(findVirus('[::1]:9', chunks('text'))).rejects.toMatchObject({
      cause: { port: 9 },
    })
  } finally {
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true })
  }
})
