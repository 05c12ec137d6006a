// What has to work while no package is installed yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { step } from './step.mjs'

const OLDEST = [20, 19]

/** Ends with one sentence when this Node is too old for the packages. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  console.error(
    `Portico needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}.`,
  )
  process.exit(1)
}

const STAMP = 'node_modules/.portico-lock'

function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
}

function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lockHash()
}

/** Installs the locked packages, unless just these are there. Ends with one sentence when npm fails. */
export async function installPackages() {
  if (isInstalled()) return
  await step('Installing packages', async () => {
    // Not `ci`: after a change of the lock file that would begin with nothing.
    const { code, output } = await run('npm', [
      'install',
      '--no-save',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
    if (code === 0) return writeFileSync(STAMP, lockHash())
    const full = /ENOSPC|no space left/i.test(output)
    console.error(`\n${output.trim()}`)
    console.error(
      full
        ? 'The disk is full. Free 1 GB and start again.'
        : 'npm could not install the packages; its reason stands above.',
    )
    process.exit(1)
  })
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}
