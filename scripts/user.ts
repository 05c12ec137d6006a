/** `npm run user`: roles and bans, on the Supabase that the environment names or the embedded one. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { runUserCommand } from './user/command'

try {
  console.log(await runUserCommand(process.argv.slice(2), readTarget()))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function readTarget() {
  const secrets = join(process.env.DATA_DIR ?? '.data', 'secrets.env')
  const local = existsSync(secrets) ? parseEnv(readFileSync(secrets, 'utf8')) : {}
  const { SUPABASE_URL: url, SUPABASE_SECRET_KEY: secretKey } = { ...local, ...process.env }
  if (!url || !secretKey) {
    throw new Error(
      'Set SUPABASE_URL and SUPABASE_SECRET_KEY, or run this where the portal was started.',
    )
  }
  return { url, secretKey }
}
