import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './lock'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-lock-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function writeLock(text: string) {
  writeFileSync(join(folder, 'lock.json'), text)
}

test('a folder that a live process holds is refused with its number and the folder', () => {
  const unlock = lockFolder(folder)
  expect(() => lockFolder(folder)).toThrow(
    `The process ${process.pid} already uses the data folder ${folder}.`,
  )
  unlock()
  lockFolder(folder)()
})

test('the lock of a process that is gone is taken over', () => {
  writeLock(JSON.stringify({ pid: 2 ** 22 + 1, startedAt: 'another boot 1' }))
  lockFolder(folder)
  expect(JSON.parse(readFileSync(join(folder, 'lock.json'), 'utf8')).pid).toBe(process.pid)
})

test('the lock of an earlier process with the same number is taken over', () => {
  writeLock(JSON.stringify({ pid: process.ppid, startedAt: 'another boot 1' }))
  expect(() => lockFolder(folder)).not.toThrow()
})

test('a lock that cannot be read is taken over', () => {
  writeLock('{"pid":')
  expect(() => lockFolder(folder)).not.toThrow()
})
