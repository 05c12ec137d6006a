import { Hono } from 'hono'
import { handler as deliverNotifications } from '../../functions/deliver-notifications/handler'
import { handler as sweepOldData } from '../../functions/sweep-old-data/handler'

type Environment = Record<string, string>
type Handler = (request: Request, environment: Environment) => Promise<Response>

/** The functions of supabase/functions/, which run in this process instead of under Deno. */
const handlers = {
  'deliver-notifications': deliverNotifications,
  'sweep-old-data': sweepOldData,
} satisfies Record<string, Handler>

export type FunctionName = keyof typeof handlers

/** Runs one function with the environment that it would have on Supabase. */
export type RunFunction = (name: FunctionName, request: Request) => Promise<Response>

export function functionRunner(environment: Environment): RunFunction {
  return (name, request) => handlers[name](request, environment)
}

/** `/functions/v1/:name`. Each function says itself who may call it. */
export function functionRoutes(run: RunFunction) {
  const routes = new Hono()
  routes.all('/:name', (c) => {
    const name = c.req.param('name')
    if (!isFunctionName(name)) {
      return c.json({ code: 'NOT_FOUND', message: 'Requested function was not found' }, 404)
    }
    return run(name, c.req.raw)
  })
  return routes
}

function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(handlers, name)
}
