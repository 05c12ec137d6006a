import { redirect } from '@remix-run/node'
import { publicLoader } from '~/http/handlers.server'
import { notFound } from '~/lib/errors'

/** The mailbox of the embedded Supabase; with a real one there is none. */
export const loader = publicLoader(async ({ context }) => {
  const { MAILBOX_URL } = context.env
  if (!MAILBOX_URL) throw notFound()
  return redirect(MAILBOX_URL)
})

/** Never seen; it lets a 404 be answered as a page. */
export default function Mailbox() {
  return null
}
