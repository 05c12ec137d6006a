import { z } from 'zod'
import { FILE_KINDS } from '~/lib/file-kinds'
import { isLoopback } from '~/lib/loopback'

const httpUrl = (name: string) =>
  z
    .string({ required_error: `${name} is missing.` })
    .url(`${name} must be an address such as https://help.example.com.`)
    .refine((value) => /^https?:/.test(value), `${name} must start with http:// or https://.`)
    .transform((value) => value.replace(/\/+$/, ''))

const secret = (name: string, length: number) =>
  z
    .string({ required_error: `${name} is missing.` })
    .min(length, `${name} must have at least ${length} characters.`)

const between = (name: string, least: number, most: number) => {
  const sentence = `${name} must be a whole number between ${least} and ${most}.`
  return z.coerce
    .number({ invalid_type_error: sentence })
    .int(sentence)
    .min(least, sentence)
    .max(most, sentence)
}

/** Names with commas between them; at least one, and no other than these. */
const listOf = <Name extends string>(name: string, names: readonly [Name, ...Name[]]) =>
  z
    .string()
    .transform((value) => value.split(',').map((part) => part.trim().toLowerCase()))
    .pipe(
      z.array(
        z.enum(names, {
          message: `${name} must be a list of ${names.join(', ')}, such as ${names.slice(0, 2).join(',')}.`,
        }),
      ),
    )
    .default(names.join(','))

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ invalid_type_error: 'PORT must be a number.' })
    .int('PORT must be a whole number.')
    .min(0, 'PORT must be between 0 and 65535.')
    .max(65535, 'PORT must be between 0 and 65535.')
    .default(3000),
  PUBLIC_URL: httpUrl('PUBLIC_URL'),
  SUPABASE_URL: httpUrl('SUPABASE_URL'),
  SUPABASE_PUBLISHABLE_KEY: secret('SUPABASE_PUBLISHABLE_KEY', 20),
  SUPABASE_SECRET_KEY: secret('SUPABASE_SECRET_KEY', 20),
  SESSION_SECRET: secret('SESSION_SECRET', 32),
  TRUST_PROXY: z.coerce
    .number({ invalid_type_error: 'TRUST_PROXY must be a number of proxies, such as 1.' })
    .int('TRUST_PROXY must be a whole number of proxies.')
    .min(0, 'TRUST_PROXY must be 0 or more.')
    .default(0),
  MAILBOX_URL: httpUrl('MAILBOX_URL').optional(),
  CONTENT_DIR: z.string().default('build/content'),
  /** Where "Edit this page" leads; the path of the file is put behind it. */
  CONTENT_EDIT_URL: httpUrl('CONTENT_EDIT_URL').default('https://example.org/portico/edit/main'),
  ATTACHMENT_KINDS: listOf('ATTACHMENT_KINDS', FILE_KINDS),
  /** Of one message. The database lets in 20 at most, of 50 MB at most: what the smallest Supabase plan takes. */
  ATTACHMENT_MAX_FILES: between('ATTACHMENT_MAX_FILES', 1, 20).default(10),
  ATTACHMENT_MAX_MB: between('ATTACHMENT_MAX_MB', 1, 50).default(10),
  /** Where ClamAV's daemon looks at each file that is attached; without it none does. */
  VIRUS_SCANNER: z
    .string()
    .regex(
      /^(?:\/.+|(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5})$/i,
      'VIRUS_SCANNER must say where clamd listens, such as 127.0.0.1:3310 or /run/clamav/clamd.ctl.',
    )
    .refine(
      (value) => value.startsWith('/') || Number(/\d+$/.exec(value)?.[0]) <= 65_535,
      'VIRUS_SCANNER must have a port of 65535 at most.',
    )
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

/** Every setting of the web server, read and checked once at its start. */
export type Env = z.infer<typeof schema> & {
  /** False only on loopback; true means Secure cookies with the `__Host-` prefix, and HSTS. */
  secure: boolean
}

/** What is wrong with the settings, one sentence per setting, for the person who starts the server. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
}

/**
 * Reads the settings.
 * @throws EnvError with one line for each wrong setting
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const sentences = new Set(parsed.error.issues.map((issue) => issue.message))
    throw new EnvError([...sentences].join('\n'))
  }
  const env = { ...parsed.data, secure: parsed.data.PUBLIC_URL.startsWith('https:') }
  const problems = transportProblems(env)
  if (problems.length > 0) throw new EnvError(problems.join('\n'))
  return env
}

/** Plain http is for one machine: a password must not cross a network unencrypted. */
function transportProblems(env: Env): string[] {
  const portal = new URL(env.PUBLIC_URL)
  const supabase = new URL(env.SUPABASE_URL)
  const problems: string[] = []
  if (portal.pathname !== '/' || portal.search || portal.hash) {
    problems.push('PUBLIC_URL must be an origin without a path, such as https://help.example.com.')
  }
  if (env.secure) return problems
  if (!isLoopback(portal.hostname)) {
    problems.push('PUBLIC_URL must start with https://, since it is not on this machine.')
  } else if (!isLoopback(supabase.hostname)) {
    problems.push('PUBLIC_URL must start with https:// when SUPABASE_URL is on another machine.')
  }
  return problems
}
