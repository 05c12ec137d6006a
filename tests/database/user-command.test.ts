import { afterAll, beforeAll, expect, test } from 'vitest'
import { runUserCommand } from '../../scripts/user/command'
import type { LocalSupabase } from '../../supabase/local/start'
import { startTestSupabase } from '../support/local-supabase'
import { mailsTo, serviceClient, visitorClient } from '../support/supabase-clients'

let supabase: LocalSupabase
beforeAll(async () => {
  supabase = await startTestSupabase()
})
afterAll(() => supabase.close())

const password = 'quiet-harbour-lantern-42'
const run = (...args: string[]) => runUserCommand(args, supabase)

async function signedIn(email: string, name: string) {
  const user_metadata = { name }
  await serviceClient(supabase).auth.admin.createUser({
    ...{ email, password, user_metadata, email_confirm: true },
  })
  const client = visitorClient(supabase)
  await client.auth.signInWithPassword({ email, password })
  return { viewer: async () => (await client.rpc('viewer')).data?.[0] }
}

test('an operator makes admins, and the last one stays', async () => {
  expect(await run('list')).toBe('Nobody has an account yet.')
  const per = await signedIn('per@example.com', 'Per Dahl')
  const ada = await signedIn('ada@example.com', 'Ada Novak')
  expect(await run('promote', 'per@example.com', 'admin')).toBe('per@example.com is now an admin.')
  expect(await per.viewer()).toMatchObject({ role: 'admin' })
  await expect(run('promote', 'per@example.com', 'customer')).rejects.toThrow(
    'The last admin stays an admin. Make somebody else an admin first.',
  )
  await expect(run('ban', 'per@example.com')).rejects.toThrow('The last admin cannot be banned.')

  await run('promote', 'ada@example.com')
  expect(await run('promote', 'per@example.com', 'agent')).toBe('per@example.com is now an agent.')
  expect(await ada.viewer()).toMatchObject({ role: 'admin' })
})

test('the person is told of a new role', async () => {
  await signedIn('ines@example.com', 'Ines Okafor')
  await run('promote', 'ines@example.com', 'agent')
  await expect
    .poll(() => mailsTo(supabase, 'ines@example.com'), { timeout: 10_000 })
    .toMatchObject([{ text: expect.stringContaining('You are now an agent.') }])
})

test('somebody who is banned is out at the next request, until the ban is lifted', async () => {
  const eve = await signedIn('eve@example.com', 'Eve')
  expect(await eve.viewer()).toBeDefined()
  await run('ban', 'Eve@example.com')
  expect(await eve.viewer()).toBeUndefined()
  expect(await run('list')).toMatch(/eve@example.com +customer +banned +Eve/)
  const signIn = () =>
    visitorClient(supabase).auth.signInWithPassword({ email: 'eve@example.com', password })
  expect((await signIn()).error?.code).toBe('user_banned')
  expect(await run('unban', 'eve@example.com')).toBe('eve@example.com may sign in again.')
  expect((await signIn()).error).toBeNull()
})

test.each([[[]], [['promote']], [['promote', 'per@example.com', 'owner']], [['drop', 'x']]])(
  'the command %j is answered with how to use it',
  async (args) => {
    await expect(run(...args)).rejects.toThrow('npm run user -- promote EMAIL')
  },
)

test('an address that nobody has is said to be unknown', async () => {
  for (const command of ['promote', 'ban', 'unban']) {
    await expect(run(command, 'nobody@example.com')).rejects.toThrow(
      'No account has this email address.',
    )
  }
})
