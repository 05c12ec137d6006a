import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function git(folder: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...args], { maxBuffer: 256 * 1024 * 1024 })
    return stdout
  } catch {
    // No git, no repository, no such commit: the callers have an answer without it.
    return null
  }
}

/** The day of the last commit of each file below the content folder, by its name in there. */
export async function lastCommitDays(contentDir: string): Promise<Map<string, string>> {
  const days = new Map<string, string>()
  const log = await git(
    contentDir,
    ...[
      '-c',
      'core.quotePath=false',
      'log',
      '--no-renames',
      '--format=@%cs',
      '--name-only',
      '--relative',
      '--',
      '.',
    ],
  )
  let day = ''
  for (const line of (log ?? '').split('\n')) {
    if (line.startsWith('@')) day = line.slice(1)
    else if (line && !days.has(line)) days.set(line, day)
  }
  return days
}

/**
 * The names of the files that were in the content folder at an earlier commit; null without git.
 * @param since a commit; if left out, where this branch left main, or the last commit on main itself
 */
export async function earlierFiles(contentDir: string, since?: string): Promise<string[] | null> {
  const commit = since ?? (await branchPoint(contentDir))
  const tree = commit
    ? await git(contentDir, 'ls-tree', '-r', '--name-only', commit, '--', '.')
    : null
  return tree === null
    ? null
    : tree
        .split('\n')
        .filter(Boolean)
        .map((name) => path.posix.normalize(name))
}

async function branchPoint(folder: string): Promise<string | null> {
  for (const main of ['origin/main', 'main']) {
    const point = await git(folder, 'merge-base', 'HEAD', main)
    if (point) return point.trim()
  }
  return (await git(folder, 'rev-parse', '--verify', 'HEAD'))?.trim() ?? null
}
