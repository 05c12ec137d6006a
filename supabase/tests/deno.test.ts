import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../tests/support/free-port'
import { startTestSupabase } from '../../tests/support/local-supabase'
import { mailsTo, serviceClient } from '../../tests/support/supabase-clients'
import { projectFolder, supabaseFolder } from '../local/project'
import type { LocalSupabase } from '../local/start'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startTestSupabase({ timer: false })
})
afterAll(() => supabase.close())

/** Serves a function under Deno, with the packages that are installed here. */
async function underDeno(name: string) {
  const port = await freePort()
  const index = join(supabaseFolder, 'functions', name, 'index.ts')
  const permissions = ['--allow-net', '--allow-env', '--allow-read', '--allow-sys']
  const args = ['run', '--node-modules-dir=manual', '--no-prompt', ...permissions, index]
  const child = spawn(join(projectFolder, 'node_modules/.bin/deno'), args, {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DENO_NO_UPDATE_CHECK: '1',
      DENO_DIR: join(projectFolder, '.cache/deno'),
      DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}`,
      SUPABASE_URL: supabase.url,
      SUPABASE_SERVICE_ROLE_KEY: supabase.secretKey,
      SUPABASE_SECRET_KEY: supabase.secretKey,
      PUBLIC_URL: 'https://portal.example',
      MAILBOX_URL: supabase.mailboxUrl,
    },
  })
  const url = `http://127.0.0.1:${port}/`
  for (let tries = 0; tries < 300; tries += 1) {
    if (await fetch(url).catch(() => null)) break
    await wait(100)
  }
  return {
    post: (key: string) =>
      fetch(url, { method: 'POST', headers: { authorization: `Bearer ${key}` } }),
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await ended
    },
  }
}

test('the outbox is delivered under Deno as it is here', async () => {
  const service = serviceClient(supabase)
  await service.rpc('enqueue_notification', { kind: 'welcome', to_address: 'deno@example.com' })
  const served = await underDeno('deliver-notifications')
  try {
    expect((await served.post('guess')).status).toBe(401)
    const answer = await served.post(supabase.secretKey)
    expect(await answer.json()).toEqual({ sent: 1, failed: 0 })
    expect(await mailsTo(supabase, 'deno@example.com')).toHaveLength(1)
  } finally {
    await served.close()
  }
})

test('old data is swept under Deno as it is here', async () => {
  const served = await underDeno('sweep-old-data')
  try {
    const answer = await served.post(supabase.secretKey)
    expect(await answer.json()).toMatchObject({ sweep_addresses: 0, sweep_rate_limits: 0 })
  } finally {
    await served.close()
  }
})
