import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'smol-toml'
import { z } from 'zod'
import { projectFolder, supabaseFolder } from './project'

const template = z.object({ subject: z.string(), content_path: z.string() })

const configSchema = z.object({
  api: z.object({ schemas: z.array(z.string()), max_rows: z.number() }),
  auth: z.object({
    jwt_expiry: z.number(),
    enable_signup: z.boolean(),
    enable_refresh_token_rotation: z.boolean(),
    refresh_token_reuse_interval: z.number(),
    minimum_password_length: z.number(),
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

export type LocalConfig = z.infer<typeof configSchema>

/**
 * The part of `supabase/config.toml` that the embedded server obeys, so that it and the Supabase
 * CLI follow one file. Template paths come back absolute (the CLI reads them from the project).
 */
export function readConfig(): LocalConfig {
  const path = join(supabaseFolder, 'config.toml')
  const config = configSchema.parse(parse(readFileSync(path, 'utf8')))
  for (const mail of Object.values(config.auth.email.template)) {
    mail.content_path = join(projectFolder, mail.content_path)
  }
  return config
}
