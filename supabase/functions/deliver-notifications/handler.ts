import {
  isServiceRequest,
  readBackend,
  rpc,
  type Backend,
  type Environment,
} from '../_shared/service-request.ts'
import { mailOf, smsOf, type Notification } from './message.ts'
import { Undeliverable } from './transports/undeliverable.ts'
import type { Transports } from './transports/message.ts'
import { chooseTransports } from './transports/transports.ts'

type Claimed = Notification & { channel: 'mail' | 'sms'; to_address: string }

/** Hosted functions have two seconds of processor time: a few messages at a time. */
const batch = 10

/**
 * Sends the messages of the outbox that are due, a batch of them, and answers
 * `{ sent, failed }`. What fails stays in the outbox and is tried again later.
 */
export async function handler(request: Request, environment: Environment): Promise<Response> {
  const backend = readBackend(environment)
  if (!(await isServiceRequest(request, backend))) {
    return Response.json({ message: 'The secret key is needed.' }, { status: 401 })
  }
  const portalUrl = environment.PUBLIC_URL
  if (!portalUrl) return Response.json({ message: 'Set PUBLIC_URL.' }, { status: 503 })
  const transports = chooseTransports(environment)
  const claimed = await rpc<Claimed[]>(backend, 'claim_notifications', { batch })
  let sent = 0
  for (const notification of claimed) {
    if (await deliver(backend, transports, notification, portalUrl)) sent += 1
  }
  return Response.json({ sent, failed: claimed.length - sent })
}

async function deliver(
  backend: Backend,
  transports: Transports,
  notification: Claimed,
  portalUrl: string,
): Promise<boolean> {
  const { id, channel, to_address: to } = notification
  try {
    if (channel === 'sms') await transports.sms({ id, to, ...smsOf(notification, portalUrl) })
    else await transports.mail({ id, to, ...mailOf(notification, portalUrl) })
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown)
    const permanent = thrown instanceof Undeliverable
    await rpc(backend, 'finish_notification', { id, error, permanent })
    return false
  }
  await rpc(backend, 'finish_notification', { id })
  return true
}
