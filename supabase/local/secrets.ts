import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateApiKey } from '@supabase/lite'

export type Secrets = {
  publishableKey: string
  secretKey: string
  /** Signs access tokens (HS256). */
  jwtSecret: string
  /** For the web servers: they sign their cookies with it, so all of them need the same. */
  sessionSecret: string
}

const names = {
  publishableKey: 'SUPABASE_PUBLISHABLE_KEY',
  secretKey: 'SUPABASE_SECRET_KEY',
  jwtSecret: 'SUPABASE_JWT_SECRET',
  sessionSecret: 'SESSION_SECRET',
} satisfies Record<keyof Secrets, string>

/** Reads `secrets.env` of a data folder; what is missing there is made up. */
export async function readOrMakeSecrets(folder: string): Promise<Secrets> {
  const path = secretsPath(folder)
  const known = existsSync(path) ? parseEnv(readFileSync(path, 'utf8')) : {}
  return {
    publishableKey: known[names.publishableKey] ?? (await generateApiKey('publishable')).key,
    secretKey: known[names.secretKey] ?? (await generateApiKey('secret')).key,
    jwtSecret: known[names.jwtSecret] ?? randomBytes(48).toString('base64url'),
    sessionSecret: known[names.sessionSecret] ?? randomBytes(48).toString('base64url'),
  }
}

/**
 * Writes `secrets.env` (readable by its owner only) with the names that point the portal at a
 * Supabase, so that `node --env-file` gives another web server the same ones.
 */
export function writeSecrets(folder: string, secrets: Secrets, url: string) {
  const lines = [
    `SUPABASE_URL=${url}`,
    ...Object.entries(names).map(([key, name]) => `${name}=${secrets[key as keyof Secrets]}`),
    `MAILBOX_URL=${url}/mailbox`,
  ]
  const path = secretsPath(folder)
  const draft = `${path}.new`
  writeFileSync(draft, lines.join('\n') + '\n', { mode: 0o600 })
  renameSync(draft, path)
}

function secretsPath(folder: string): string {
  return join(folder, 'secrets.env')
}

function parseEnv(text: string): Record<string, string> {
  const pairs: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Z_]+)=(.+)$/.exec(line.trim()) ?? []
    if (name && value) pairs[name] = value
  }
  return pairs
}
