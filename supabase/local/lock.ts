import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Owner = { pid: number; startedAt: string | null }

/**
 * Takes the data folder for this process and returns the function that gives it back. Two
 * processes on one PGlite folder both acknowledge writes and lose rows without an error.
 *
 * @throws a sentence that names the process and the folder when a live process holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'lock.json')
  const own: Owner = { pid: process.pid, startedAt: startTime(process.pid) }
  while (!claim(path, own)) {
    const owner = readOwner(path)
    if (owner && isAlive(owner)) {
      throw new Error(
        `The process ${owner.pid} already uses the data folder ${folder}. Stop it first, or set DATA_DIR to another folder.`,
      )
    }
    if (owner) removeStale(path, owner)
  }
  let held = true
  return () => {
    if (held) rmSync(path, { force: true })
    held = false
  }
}

/** A link appears with its content in one step, so nobody ever reads half a lock. */
function claim(path: string, owner: Owner): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(owner))
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** `null` when the lock has gone meanwhile. An unreadable lock belongs to nobody alive. */
function readOwner(path: string): Owner | null {
  try {
    const owner: Partial<Owner> = JSON.parse(readFileSync(path, 'utf8'))
    return { pid: owner.pid ?? 0, startedAt: owner.startedAt ?? null }
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    return { pid: 0, startedAt: null }
  }
}

function isAlive(owner: Owner): boolean {
  if (owner.pid <= 0) return false
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return isErrno(error, 'EPERM')
  }
  // The number may have been given to another process since.
  const now = startTime(owner.pid)
  return owner.startedAt === null || now === null || owner.startedAt === now
}

/** Moves the lock aside first: of two processes that see it stale, one loses the rename. */
function removeStale(path: string, stale: Owner) {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return
    throw error
  }
  const taken = readOwner(aside)
  if (taken?.pid !== stale.pid || taken.startedAt !== stale.startedAt) linkSync(aside, path)
  rmSync(aside, { force: true })
}

/** Boot and clock tick at which a process began; `null` where the system has no `/proc`. */
function startTime(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name, in brackets, may hold spaces. The start time is the 20th field behind it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${boot} ${fields[19]}`
  } catch {
    return null
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
