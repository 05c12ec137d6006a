import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { projectFolder, supabaseFolder } from './project'

const template = z.object({ subject: z.string(), content_path: z.string() })

const externalProvider = z.object({
  enabled: z.boolean(),
  client_id: z.string(),
  secret: z.string(),
  /** Of a server of one's own; empty for the provider's public one. */
  url: z.string().default(''),
})

const configSchema = z.object({
  api: z.object({ schemas: z.array(z.string()), max_rows: z.number() }),
  auth: z.object({
    jwt_expiry: z.number(),
    enable_signup: z.boolean(),
    enable_refresh_token_rotation: z.boolean(),
    refresh_token_reuse_interval: z.number(),
    minimum_password_length: z.number(),
    external: z.record(externalProvider),
    sms: z.object({
      enable_signup: z.boolean(),
      max_frequency: z.string(),
      template: z.string(),
    }),
    email: z.object({
      enable_signup: z.boolean(),
      enable_confirmations: z.boolean(),
      double_confirm_changes: z.boolean(),
      max_frequency: z.string(),
      otp_length: z.number(),
      otp_expiry: z.number(),
      template: z.object({
        confirmation: template,
        recovery: template,
        magic_link: template,
        email_change: template,
        invite: template,
      }),
    }),
  }),
  storage: z.object({ enabled: z.boolean(), file_size_limit: z.string() }),
})

type Environment = Record<string, string | undefined>

export type LocalConfig = z.infer<typeof configSchema>

/**
 * The part of `supabase/config.toml` that the embedded server obeys, so that it and the Supabase
 * CLI follow one file. Template paths come back absolute (the CLI reads them from the project).
 */
export function readConfig(environment: Environment): LocalConfig {
  const path = join(supabaseFolder, 'config.toml')
  const config = configSchema.parse(parse(readFileSync(path, 'utf8')))
  for (const [name, provider] of Object.entries(config.auth.external)) {
    Object.assign(provider, fromEnvironment(name, environment))
  }
  for (const mail of Object.values(config.auth.email.template)) {
    mail.content_path = join(projectFolder, mail.content_path)
  }
  return config
}

/**
 * `SUPABASE_AUTH_EXTERNAL_<PROVIDER>_CLIENT_ID`, `_SECRET` and `_URL`, the names of the Supabase
 * CLI. A provider with an id and a secret is on, unless `_ENABLED` says false.
 */
function fromEnvironment(provider: string, environment: Environment) {
  const read = (key: string) =>
    environment[`SUPABASE_AUTH_EXTERNAL_${provider.toUpperCase()}_${key}`] ?? ''
  const [client_id, secret, url] = [read('CLIENT_ID'), read('SECRET'), read('URL')]
  const enabled = client_id !== '' && secret !== '' && read('ENABLED') !== 'false'
  return { enabled, client_id, secret, url }
}
