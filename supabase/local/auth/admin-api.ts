import { Hono, type MiddlewareHandler } from 'hono'
import type { Database } from '../database/database'
import { adminLinkRoutes, type LinkOptions } from './admin-links'
import { adminUserRoutes } from './admin-users'
import { AuthError } from './auth-error'

type AdminApiOptions = LinkOptions & { secretKey: string; minimumPasswordLength: number }

/**
 * The parts of `/auth/v1/admin` that the portal and its scripts use, in the shapes of Supabase
 * Auth; lite has none. Only the secret key opens them.
 */
export function adminApi(database: Database, options: AdminApiOptions) {
  const routes = new Hono()
  routes.use(needSecretKey(options.secretKey))
  routes.route('/users', adminUserRoutes(database, options.minimumPasswordLength))
  routes.route('/generate_link', adminLinkRoutes(database, options))
  return routes
}

function needSecretKey(secretKey: string): MiddlewareHandler {
  return async (c, next) => {
    const key = c.req.header('apikey')
    const bearer = c.req.header('authorization')?.replace(/^Bearer /, '')
    if (!key && !bearer) throw new AuthError(401, 'no_authorization', 'No API key found in request')
    if (key !== secretKey || (bearer && bearer !== secretKey)) {
      throw new AuthError(403, 'not_admin', 'User not allowed')
    }
    await next()
  }
}
