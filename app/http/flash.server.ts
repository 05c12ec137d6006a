import { z } from 'zod'
import type { RequestContext } from './context'

const flashSchema = z.object({
  tone: z.enum(['good', 'info', 'warn', 'bad']),
  text: z.string().min(1).max(300),
})

/** One sentence for the next page that this browser shows, such as "Your reply is sent." */
export type Flash = z.infer<typeof flashSchema>

/** With the prefix, no other site of our domain can put words into our pages. */
function cookieName(context: RequestContext): string {
  return context.env.secure ? '__Host-portico-flash' : 'portico-flash'
}

function options(context: RequestContext, maxAge: number) {
  const { secure } = context.env
  return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge } as const
}

/** Keeps a sentence for the next page. The cookie is only ever shown, as text, to its own sender. */
export function setFlash(context: RequestContext, flash: Flash): void {
  const value = Buffer.from(JSON.stringify(flash)).toString('base64url')
  context.cookies.set(cookieName(context), value, options(context, 60))
}

/** The sentence kept for this page, if any; it is shown once. */
export function takeFlash(context: RequestContext): Flash | null {
  const value = context.cookies.get(cookieName(context))
  if (!value) return null
  context.cookies.set(cookieName(context), '', options(context, 0))
  try {
    return flashSchema.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    return null
  }
}
