import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { CompileRequest, CompileResult } from './compile-document'
import type { WorkerAnswer, WorkerRequest } from './compile-worker'

/** A second worker takes as long to start as this many documents take. */
const WORTH_A_WORKER = 15

/** Documents under way in each worker: the bundler works in a process of its own meanwhile. */
const AT_ONCE = 4

/**
 * Compiles documents in processes of their own, on all cores when there are many.
 * @param file the worker, from `workerFile`
 * @param onResult called as each one is done, in any order
 */
export async function compileAll(
  requests: CompileRequest[],
  file: string,
  onResult: (result: CompileResult, index: number) => Promise<void>,
): Promise<void> {
  if (requests.length === 0) return
  const queue = requests.map((request, index) => ({ request, index }))
  const count = Math.min(availableParallelism(), Math.ceil(requests.length / WORTH_A_WORKER))
  const workers = Array.from({ length: count }, () => startWorker(file))
  const lane = async (worker: Worker) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await onResult(await worker.compile(next.request), next.index)
    }
  }
  try {
    await Promise.all(
      workers.flatMap((worker) => Array.from({ length: AT_ONCE }, () => lane(worker))),
    )
  } finally {
    for (const worker of workers) worker.stop()
  }
}

type Worker = { compile: (request: CompileRequest) => Promise<CompileResult>; stop: () => void }
type Caller = { resolve: (result: CompileResult) => void; reject: (error: Error) => void }

function startWorker(file: string): Worker {
  const waiting = new Map<number, Caller>()
  let lastId = 0
  const child = fork(file, {
    env: { ...process.env, NODE_ENV: 'production' },
    // A larger nursery: syntax trees die young, and collecting them was a tenth of the time.
    execArgv: ['--max-semi-space-size=32'],
  })
  child.on('message', ({ id, result, failure }: WorkerAnswer) => {
    const caller = waiting.get(id)
    waiting.delete(id)
    if (result) caller?.resolve(result)
    else caller?.reject(new Error(failure))
  })
  child.on('exit', () => {
    for (const { reject } of waiting.values()) {
      reject(new Error('A worker of the content build ended before its work was done.'))
    }
  })
  return {
    compile: (request) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1)
        waiting.set(id, { resolve, reject })
        child.send({ id, request } satisfies WorkerRequest)
      }),
    stop: () => {
      if (child.connected) child.disconnect()
    },
  }
}
