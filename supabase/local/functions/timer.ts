import type { FunctionName, RunFunction } from './functions'

type TimerOptions = {
  run: RunFunction
  secretKey: string
  /** True when there is something to send: asking is cheaper than running the function. */
  isDue(): Promise<boolean>
}

const seconds = 1000
const hours = 3600 * seconds

/**
 * Runs the functions as the scheduler of a real Supabase would: deliveries every other second
 * while there are any, the sweep each hour. One at a time.
 *
 * @returns stops the timer and waits for what it had begun.
 */
export function startTimer({ run, secretKey, isDue }: TimerOptions): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let stopped = false

  async function call(name: FunctionName) {
    const headers = { authorization: `Bearer ${secretKey}` }
    const request = new Request(`http://localhost/functions/v1/${name}`, {
      method: 'POST',
      headers,
    })
    const response = await run(name, request)
    if (!response.ok) console.error(`${name}: ${response.status} ${await response.text()}`)
  }

  function soon(name: FunctionName, when: () => Promise<boolean>) {
    running = running.then(async () => {
      if (stopped || !(await when())) return
      await call(name)
    })
    running = running.catch((error: unknown) => console.error(`${name}:`, error))
  }

  const timers = [
    setInterval(() => soon('deliver-notifications', isDue), 2 * seconds),
    setInterval(() => soon('sweep-old-data', async () => true), hours),
  ]
  return async () => {
    stopped = true
    timers.forEach(clearInterval)
    await running
  }
}
