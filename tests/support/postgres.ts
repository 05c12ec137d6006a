import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from './free-port'
import { makeScratchFolder } from './scratch-folder'

type PostgresServer = {
  /** Of its database `postgres`; the user is a superuser. */
  url: string
  /** Makes a database and returns its url. */
  createDatabase(name: string, template?: string): Promise<string>
  dropDatabase(name: string): Promise<void>
  close(): Promise<void>
}

const binaries = process.env.POSTGRES_BIN ?? '/usr/lib/postgresql/15/bin'

/**
 * A PostgreSQL 15 server of one's own in a temporary folder, on a free port of 127.0.0.1.
 *
 * @throws a sentence when PostgreSQL 15 is not installed.
 */
export async function startPostgres(): Promise<PostgresServer> {
  if (!existsSync(join(binaries, 'initdb'))) {
    throw new Error(
      `PostgreSQL 15 is not in ${binaries}: install it, or set POSTGRES_BIN to its folder.`,
    )
  }
  const owner = unprivilegedUser()
  const folder = makeScratchFolder('postgres')
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const port = await freePort()
  initialise(folder, owner)
  const child = spawnServer(folder, port, owner)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await untilReady(url, child)
  const server = connectPostgres(url)
  return {
    ...server,
    async close() {
      await server.close()
      await stop(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The same on a server that runs already; `close` leaves it running. */
export function connectPostgres(url: string): PostgresServer {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  return {
    url,
    async createDatabase(name, template = 'template1') {
      await sql`create database ${sql(name)} template ${sql(template)}`
      const database = new URL(url)
      database.pathname = `/${name}`
      return database.href
    },
    async dropDatabase(name) {
      await sql`drop database if exists ${sql(name)} with (force)`
    },
    close: () => sql.end(),
  }
}

type Owner = { uid: number; gid: number } | undefined

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): Owner {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function initialise(folder: string, owner: Owner) {
  const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(join(binaries, 'initdb'), ['-D', folder, ...options], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  })
}

function spawnServer(folder: string, port: number, owner: Owner): ChildProcess {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=`]
  // A test database need not survive a power cut.
  settings.push('fsync=off', 'max_connections=200')
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', folder, ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: folder, stdio: 'ignore' },
  )
  const kill = () => server.kill('SIGQUIT')
  process.once('exit', kill)
  server.once('exit', () => process.off('exit', kill))
  return server
}

async function untilReady(url: string, server: ChildProcess) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    for (let tries = 0; tries < 200 && server.exitCode === null; tries += 1) {
      if (await sql`select 1`.catch(() => null)) return
      await wait(50)
    }
  } finally {
    await sql.end()
  }
  throw new Error('The PostgreSQL server for the tests did not start.')
}

async function stop(server: ChildProcess) {
  if (server.exitCode !== null) return
  const stopped = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  await stopped
}
