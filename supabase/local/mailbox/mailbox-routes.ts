import { Hono } from 'hono'
import { z } from 'zod'
import type { Mailbox } from './mailbox'
import { mailboxPage, messagePage } from './mailbox-pages'

const draftSchema = z.object({
  id: z.string().uuid().optional(),
  kind: z.enum(['mail', 'sms']),
  to: z.string().min(1),
  subject: z.string().default(''),
  text: z.string(),
  html: z.string().default(''),
})

/**
 * `GET /mailbox`, `/mailbox/:id`, `/mailbox/:id/html` and `/mailbox.json?to=` to read;
 * `POST /mailbox` with the secret key to deliver (the mail and SMS API of local deliveries).
 */
export function mailboxRoutes(mailbox: Mailbox, secretKey: string) {
  const routes = new Hono()

  routes.use(async (c, next) => {
    // A page elsewhere that points its own name at this computer must not read the mails.
    const host = new URL(c.req.url).hostname
    if (!['127.0.0.1', 'localhost', '[::1]'].includes(host)) {
      return c.text('The mailbox is shown on this computer only.\n', 403)
    }
    await next()
    c.header('Content-Security-Policy', "default-src 'none'; sandbox allow-top-navigation")
    c.header('Cache-Control', 'no-store')
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'no-referrer')
  })

  routes.get('/mailbox', (c) => c.html(mailboxPage(mailbox.list())))
  routes.get('/mailbox.json', (c) => c.json(mailbox.list(c.req.query('to'))))
  routes.get('/mailbox/:id', (c) => {
    const message = mailbox.find(c.req.param('id'))
    return message ? c.html(messagePage(message)) : c.text('There is no such message.\n', 404)
  })
  routes.get('/mailbox/:id/html', (c) => {
    const message = mailbox.find(c.req.param('id'))
    return message ? c.html(message.html) : c.text('There is no such message.\n', 404)
  })

  routes.post('/mailbox', async (c) => {
    if (c.req.header('apikey') !== secretKey) {
      return c.json({ message: 'The secret key is needed to deliver a message.' }, 401)
    }
    const draft = draftSchema.safeParse(await c.req.json().catch(() => null))
    if (!draft.success) return c.json({ message: draft.error.issues[0]?.message }, 400)
    return c.json({ id: mailbox.deliver(draft.data).id }, 201)
  })

  return routes
}
