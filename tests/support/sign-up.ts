import { setTimeout as wait } from 'node:timers/promises'
import type { Actor, Fields, Headers } from './actors'

/** Sends the sign-up form as a person does: after the page was open for a while. */
export async function signUp(
  actor: Actor,
  fields: Fields,
  headers: Headers = {},
): Promise<Response> {
  const page = await (await actor.get('/signup')).text()
  const shownAt = /name="shown_at" value="([^"]+)"/.exec(page)?.[1]
  if (!shownAt) throw new Error('The sign-up form does not say when it was shown.')
  await wait(1_100)
  return actor.post('/signup', { shown_at: shownAt, website: '', ...fields }, headers)
}
