import { existsSync, mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const IN_MEMORY = '/dev/shm'
/** A database is 40 MB, and several are open at once (bytes). */
const ENOUGH = 2 * 1024 ** 3

/**
 * An empty folder for what a test writes; who makes it removes it. In memory where there is room:
 * copying a migrated database is a thousand files, which take a disk longer than the test.
 */
export function makeScratchFolder(name: string): string {
  return mkdtempSync(join(parent, `portico-${name}-`))
}

const parent = hasRoomInMemory() ? IN_MEMORY : tmpdir()

function hasRoomInMemory(): boolean {
  if (!existsSync(IN_MEMORY)) return false
  const { bavail, bsize } = statfsSync(IN_MEMORY)
  return bavail * bsize > ENOUGH
}
