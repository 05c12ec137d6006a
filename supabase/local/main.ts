import { startLocalSupabase } from './start'

/**
 * The embedded Supabase as a process of its own. Prints one line of JSON on stdout once it
 * serves, sentences on stderr, and stops cleanly on SIGTERM and SIGINT.
 */
async function main() {
  const port = Number(process.env.SUPABASE_PORT ?? 54321)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`SUPABASE_PORT is a number up to 65535, not "${process.env.SUPABASE_PORT}".`)
  }
  const { close, ...supabase } = await startLocalSupabase({
    dataDir: process.env.DATA_DIR ?? '.data',
    port,
    portalUrl: process.env.PUBLIC_URL ?? 'http://127.0.0.1:3000',
    log: (message) => console.error(message),
  })
  const stop = () => void close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  // Whoever started us with a channel is gone: without it nobody would stop us.
  process.once('disconnect', stop)
  console.log(JSON.stringify({ ready: true, ...supabase }))
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
