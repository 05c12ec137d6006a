import { Undeliverable } from './undeliverable.ts'

/**
 * @throws Undeliverable when the message itself is refused, else a sentence with the status: then
 *   it is worth trying again.
 */
export async function postJson(url: string, headers: Record<string, string>, body: object) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  })
  if (response.ok) return void (await response.body?.cancel())
  const said = `${new URL(url).host} answered ${response.status}: ${(await response.text()).slice(0, 200)}`
  // 401 and 403 are about our key, 408, 409 and 429 about the moment.
  if ([400, 404, 410, 413, 422].includes(response.status)) throw new Undeliverable(said)
  throw new Error(said)
}
