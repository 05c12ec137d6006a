import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'
import type { Mailbox } from '../mailbox/mailbox'
import { AuthError } from './auth-error'
import {
  askForPhone,
  changePhone,
  confirmPhone,
  findByPhone,
  findByWantedPhone,
  insertPhoneUser,
  makeSignInToken,
  phoneFacts,
  type PhoneUser,
} from './phone-rows'
import type { SmsCodes } from './sms-codes'

type PhoneOptions = {
  mailbox: Mailbox
  codes: SmsCodes
  /** The text of the message, with `{{ .Code }}`. */
  template: string
  /** Asks lite. */
  ask(request: Request): Promise<Response>
}

const otpSchema = z.object({
  phone: z.string(),
  create_user: z.boolean().nullish(),
  data: z.record(z.unknown()).nullish(),
})
const resendSchema = z.object({ phone: z.string(), type: z.enum(['sms', 'phone_change']) })
const verifySchema = z.object({
  phone: z.string(),
  token: z.string(),
  type: z.enum(['sms', 'phone_change']),
})
const changeSchema = z.object({ phone: z.string().min(1) })

/**
 * Sign-in by phone number and its change, which lite does not have, with the answers of Supabase
 * Auth. A right code becomes a token that lite trades for a session.
 */
export function phoneRoutes({ kysely }: Database, options: PhoneOptions) {
  const { codes, mailbox, template, ask } = options
  const routes = new Hono()

  function send(purpose: string, phone: string) {
    const code = codes.make(purpose)
    if (!code) {
      const message = 'For security purposes, you can only request this once every 60 seconds'
      throw new AuthError(429, 'over_sms_send_rate_limit', message)
    }
    const text = template.replace(/\{\{ *\.Code *\}\}/g, code)
    return mailbox.deliver({ kind: 'sms', to: `+${phone}`, subject: '', html: '', text }).id
  }

  /** A session, as from a magic link. */
  async function signIn(request: Request, user: PhoneUser): Promise<Response> {
    const token_hash = await makeSignInToken(kysely, user)
    const body = JSON.stringify({ type: 'magiclink', token_hash })
    const headers = new Headers(request.headers)
    headers.delete('content-length')
    const answer = await ask(new Request(request.url, { method: 'POST', headers, body }))
    return withPhoneFacts(answer)
  }

  /** Adds the facts to the user of an answer, or to the answer that is one. */
  async function withPhoneFacts(answer: Response): Promise<Response> {
    if (!answer.ok) return answer
    const body = await answer.json()
    const user = body.user ?? body
    Object.assign(user, await phoneFacts(kysely, user.id))
    return Response.json(body, { status: answer.status })
  }

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
    return c.json({ message_id: send(`sms:${phone}`, phone) })
  })

  routes.post('/resend', async (c, next) => {
    const body = resendSchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const { type } = body.data
    const phone = toE164(body.data.phone)
    const find = type === 'sms' ? findByPhone : findByWantedPhone
    return c.json(
      (await find(kysely, phone)) ? { message_id: send(`${type}:${phone}`, phone) } : {},
    )
  })

  routes.post('/verify', async (c, next) => {
    const body = verifySchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const { type, token } = body.data
    const phone = toE164(body.data.phone)
    const find = type === 'sms' ? findByPhone : findByWantedPhone
    const user = await find(kysely, phone)
    if (!user || !codes.use(`${type}:${phone}`, token)) {
      throw new AuthError(403, 'otp_expired', 'Token has expired or is invalid')
    }
    if (type === 'sms') await confirmPhone(kysely, user)
    else await changePhone(kysely, user, phone)
    return signIn(c.req.raw, user)
  })

  routes.get('/user', async (c) => withPhoneFacts(await ask(c.req.raw)))

  routes.put('/user', async (c, next) => {
    const body = changeSchema.safeParse(await peekJson(c.req.raw))
    if (!body.success) return next()
    const answer = await ask(c.req.raw)
    if (!answer.ok) return answer
    const user: PhoneUser = await answer.clone().json()
    const phone = toE164(body.data.phone)
    const owner = await findByPhone(kysely, phone)
    if (owner && owner.id !== user.id) {
      const message = 'A user with this phone number has already been registered'
      throw new AuthError(422, 'phone_exists', message)
    }
    if (!owner) {
      send(`phone_change:${phone}`, phone)
      await askForPhone(kysely, user, phone)
    }
    return withPhoneFacts(answer)
  })

  return routes
}

/** @throws AuthError 400 unless it is an international number. */
function toE164(text: string): string {
  const digits = text.replace(/^\+/, '').replace(/\s/g, '')
  if (!/^[1-9]\d{1,14}$/.test(digits)) {
    throw new AuthError(400, 'validation_failed', 'Invalid phone number format (E.164 required)')
  }
  return digits
}
