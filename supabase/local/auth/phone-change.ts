import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '../database/database'
import { peekJson } from '../http-body'
import type { AskLite } from './ask-lite'
import { AuthError } from './auth-error'
import { askForPhone, findByPhone, withPhoneFacts, type PhoneUser } from './phone-rows'
import { toE164, type SmsSender } from './sms-sender'

const changeSchema = z.object({ phone: z.string().min(1) })

/**
 * `updateUser({ phone })`: the number waits as `new_phone` until the code sent to it is entered.
 * lite knows who asks and does the rest of the change.
 */
export function phoneChangeRoutes({ kysely }: Database, sender: SmsSender, ask: AskLite) {
  const routes = new Hono()

  routes.get('/user', async (c) => withPhoneFacts(kysely, await ask(c.req.raw)))

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
      sender.send(`phone_change:${phone}`, phone)
      await askForPhone(kysely, user, phone)
    }
    return withPhoneFacts(kysely, answer)
  })

  return routes
}
