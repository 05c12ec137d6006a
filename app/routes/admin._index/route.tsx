import { redirect } from '@remix-run/node'
import { staffLoader } from '~/http/handlers.server'
import { queuePath } from '~/http/desk-paths'

export const loader = staffLoader(async () => redirect(queuePath))

/** A page, though never seen: only a page can answer people who are no staff with the page of a 404. */
export default function DeskIndex() {
  return null
}
