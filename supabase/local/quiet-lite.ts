import { AsyncLocalStorage } from 'node:async_hooks'

const insideLite = new AsyncLocalStorage<true>()

/**
 * Runs lite without its printing: it prints each statement that Postgres refuses together with
 * the parameters, which are what people typed. The answer tells the caller of the refusal, and
 * routes.ts logs what failed for another reason. `SUPABASE_DEBUG=1` shows everything.
 */
export function quietly<Result>(run: () => Result): Result {
  return insideLite.run(true, run)
}

for (const method of ['error', 'warn'] as const) {
  const print = console[method]
  console[method] = (...words: unknown[]) => {
    if (!insideLite.getStore() || process.env.SUPABASE_DEBUG) print(...words)
  }
}
