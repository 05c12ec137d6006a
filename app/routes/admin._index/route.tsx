import { redirect } from '@remix-run/node'
import { staffLoader } from '~/http/handlers.server'
import { queuePath } from '~/http/paths'

export const loader = staffLoader(async () => redirect(queuePath))
