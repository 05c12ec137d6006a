import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'
import type { AskLite } from './ask-lite'
import { AuthError } from './auth-error'
import {
  changePhone,
  confirmPhone,
  findByPhone,
  findByWantedPhone,
  insertPhoneUser,
  makeSignInToken,
  withPhoneFacts,
} from './phone-rows'
import { toE164, type SmsSender } from './sms-sender'

const otpSchema = z.object({
  phone: z.string(),
  create_user: z.boolean().nullish(),
  data: z.record(z.unknown()).nullish(),
})
const typeSchema = z.enum(['sms', 'phone_change'])
const resendSchema = z.object({ phone: z.string(), type: typeSchema })
const verifySchema = resendSchema.extend({ token: z.string() })

/** `sms` signs in; `phone_change` gives an account its new number. */
const finders = { sms: findByPhone, phone_change: findByWantedPhone }

/**
 * Codes by SMS, which lite does not have, with the answers of Supabase Auth. A right code becomes
 * a token that lite trades for a session.
 */
export function phoneSignInRoutes({ kysely }: Database, sender: SmsSender, ask: AskLite) {
  const routes = new Hono()

  routes.post('/otp', async (c, next) => {
    const body = otpSchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const phone = toE164(body.data.phone)
    if (!(await findByPhone(kysely, phone))) {
      if (body.data.create_user === false) {
        throw new AuthError(422, 'otp_disabled', 'Signups not allowed for otp')
      }
      await insertPhoneUser(kysely, phone, body.data.data ?? {})
    }
    return c.json({ message_id: sender.send(`sms:${phone}`, phone) })
  })

  routes.post('/resend', async (c, next) => {
    const body = resendSchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const { type } = body.data
    const phone = toE164(body.data.phone)
    const user = await finders[type](kysely, phone)
    return c.json(user ? { message_id: sender.send(`${type}:${phone}`, phone) } : {})
  })

  routes.post('/verify', async (c, next) => {
    const body = verifySchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const { type, token } = body.data
    const phone = toE164(body.data.phone)
    const user = await finders[type](kysely, phone)
    if (!user || !sender.codes.use(`${type}:${phone}`, token)) {
      throw new AuthError(403, 'otp_expired', 'Token has expired or is invalid')
    }
    if (type === 'sms') await confirmPhone(kysely, user)
    else await changePhone(kysely, user, phone)
    const session = await ask(magicLink(c.req.raw, await makeSignInToken(kysely, user)))
    return withPhoneFacts(kysely, session)
  })

  return routes
}

function magicLink(request: Request, token_hash: string): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  const body = JSON.stringify({ type: 'magiclink', token_hash })
  return new Request(request.url, { method: 'POST', headers, body })
}
