import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { freePort } from '../support/free-port'
import { makeScratchFolder } from '../support/scratch-folder'

const folder = makeScratchFolder('start')
const running: ChildProcess[] = []

let ports: { PORT: string; SUPABASE_PORT: string }

beforeAll(async () => {
  ports = { PORT: String(await freePort()), SUPABASE_PORT: String(await freePort()) }
})
afterEach(async () => {
  await Promise.all(running.splice(0).map(ended))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  child.kill('SIGTERM')
  return new Promise((resolve) => child.once('exit', resolve))
}

/** `npm start`, as it is; resolves with what it said once it serves or has ended. */
async function start(
  env: Record<string, string>,
): Promise<{ child: ChildProcess; said: string; code: number | null }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: folder,
      ...ports,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let said = ''
  const code = await new Promise<number | null>((resolve) => {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        if (said.includes('Stop with Ctrl-C.')) resolve(null)
      })
    }
    child.once('exit', resolve)
  })
  return { child, said, code }
}

test('it starts, says where everything is, and stops cleanly', async () => {
  const { child, said } = await start({})
  expect(said).toContain(`Portico is at    http://localhost:${ports.PORT}`)
  expect(said).toMatch(/Its mailbox is at http:\/\/127\.0\.0\.1:\d+\/mailbox/)
  expect(said).toMatch(/ines@example\.com\s+agent/)
  expect((await fetch(`http://localhost:${ports.PORT}/ready`)).status).toBe(200)
  const mailbox = await fetch(`http://localhost:${ports.PORT}/dev/mail`)
  expect(mailbox.status).toBe(200)

  const other = await start({
    PORT: String(await freePort()),
    SUPABASE_PORT: String(await freePort()),
  })
  expect(other.code).toBe(1)
  expect(other.said).toContain(folder)
  expect(other.said).toMatch(/\b\d+\b/) // the process that holds the folder

  expect(await ended(child)).toBe(0)
  await expect(fetch(`http://localhost:${ports.PORT}/health`)).rejects.toThrow()
})

test('a second start does only what is left to do', async () => {
  const { said } = await start({})
  expect(said).not.toContain('Building')
  expect(said).not.toContain('Filling')
})

test.each(['PORT', 'SUPABASE_PORT'] as const)('a taken %s is one sentence', async (name) => {
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const { said, code } = await start({ [name]: String(port) })
  taken.close()
  expect(code).toBe(1)
  expect(said.trim()).toBe(
    `Port ${port} is in use. Stop what uses it, or choose another: ${name}=${port + 1} npm start`,
  )
})

test('a wrong setting is one sentence', async () => {
  const { said, code } = await start({ PUBLIC_URL: 'http://help.example.com' })
  expect(code).toBe(1)
  expect(said).toContain('PUBLIC_URL must start with https://, since it is not on this machine.')
  expect(said).not.toContain('at ') // no stack
})
