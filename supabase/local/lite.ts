import { join } from 'node:path'
import { App, setExperimental } from '@supabase/lite'
import type { AuthMails } from './auth/auth-mails'
import type { LocalConfig } from './config'
import { completeSystemSchemas, createRolesAndGrants } from './database/stock'
import type { Database } from './database/database'
import { quietly } from './quiet-lite'
import type { Secrets } from './secrets'
import { FolderStorage } from './storage/folder-storage'

type LiteOptions = {
  database: Database
  config: LocalConfig
  secrets: Secrets
  mails: AuthMails
  /** Where this server is reached: sign-in providers send people back there. */
  url: string
  portalUrl: string
  dataDir: string
}

/** Supabase's Auth, REST and Storage on the given database, with their schemas in place. */
export async function createLite(options: LiteOptions) {
  const { database, config, secrets, portalUrl } = options
  setExperimental('storage', true)
  const app = new App({
    connection: database.connection,
    api: { ...config.api, external_url: options.url },
    auth: {
      ...config.auth,
      enabled: true,
      site_url: portalUrl,
      additional_redirect_urls: [`${portalUrl}/**`],
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
    },
    storage: config.storage,
    studio: { enabled: false },
    options: {
      // A request without a key would be service_role.
      server: { admin: false, disableStudio: true, disableFallback: true },
    },
  })
  app._mailer = options.mails
  app._storageAdapter = new FolderStorage(join(options.dataDir, 'storage'))
  await createRolesAndGrants(database)
  await quietly(() => app.ensureSystemSchema())
  await completeSystemSchemas(database)
  return app
}
