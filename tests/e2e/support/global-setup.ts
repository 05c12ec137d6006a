import { OCTAVIA, startIdentityServer } from '../../support/identity-server'
import { startTestPortal } from '../../support/portal'
import { seedPeople } from '../../support/people'
import { seedWords } from '../../support/words'

/** One portal for all journeys; each has people of its own, so they cannot meet. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const identities = await startIdentityServer([OCTAVIA])
  const portal = await startTestPortal({ TRUST_PROXY: '1' }, identities.environment)
  await seedPeople(portal.supabase)
  await seedWords(portal.supabase)
  process.env.TEST_PORTAL_URL = portal.url
  process.env.TEST_MAILBOX_URL = portal.supabase.mailboxUrl
  process.env.TEST_SUPABASE_URL = portal.supabase.url
  process.env.TEST_SUPABASE_SECRET_KEY = portal.supabase.secretKey
  return async () => {
    await portal.stop()
    await identities.close()
  }
}
