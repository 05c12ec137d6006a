import { mkdirSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { StartProblem } from './fail'

/** What a build, a database and some uploads need (bytes). */
const SPACE_NEEDED = 300 * 1024 * 1024

/** @throws StartProblem when the disk is nearly full or the folder cannot be written */
export function requireSpace(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new StartProblem(
      `The folder ${folder} cannot be made: ${(error as Error).message}. Set DATA_DIR to another one.`,
    )
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= SPACE_NEEDED) return
  throw new StartProblem(
    `Only ${Math.round((bavail * bsize) / 1e6)} MB are free on the disk of ${folder}. Free 300 MB and start again.`,
  )
}

/** @throws StartProblem when something else listens on the port already */
export async function requireFreePort(name: string, port: number, host: string): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new StartProblem(
      `${name} must be a number between 0 and 65535, not "${process.env[name]}".`,
    )
  }
  const probe = createServer()
  const failure = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    probe.once('error', resolve)
    probe.listen(port, host, () => resolve(null))
  })
  if (!failure) return new Promise((resolve) => probe.close(() => resolve()))
  if (failure.code === 'EADDRINUSE') {
    throw new StartProblem(
      `Port ${port} is in use. Stop what uses it, or choose another: ${name}=${port + 1} npm start`,
    )
  }
  throw new StartProblem(
    `Port ${port} cannot be used (${failure.code}). Choose another: ${name}=${port + 1000} npm start`,
  )
}
