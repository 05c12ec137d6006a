import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CompileRequest, CompileResult } from './compile-document'
import type { WorkerAnswer, WorkerRequest } from './compile-worker'

/** Below this a worker takes longer to start than the documents take here. */
const WORTH_A_WORKER = 30

/** Documents under way in each worker: the bundler works in a process of its own meanwhile. */
const AT_ONCE = 4

/**
 * Compiles documents, on all cores when there are many.
 * @param onResult called as each one is done, in any order
 */
export async function compileAll(
  requests: CompileRequest[],
  onResult: (result: CompileResult, index: number) => Promise<void>,
): Promise<void> {
  if (requests.length < WORTH_A_WORKER) return compileHere(requests, onResult)
  const queue = requests.map((request, index) => ({ request, index }))
  const workers = Array.from({ length: availableParallelism() }, startWorker)
  const lane = async (worker: Worker) => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await onResult(await worker.compile(next.request), next.index)
    }
  }
  try {
    await Promise.all(workers.flatMap((worker) => Array.from({ length: AT_ONCE }, () => lane(worker))))
  } finally {
    for (const worker of workers) worker.stop()
  }
}

async function compileHere(
  requests: CompileRequest[],
  onResult: (result: CompileResult, index: number) => Promise<void>,
): Promise<void> {
  if (requests.length === 0) return
  // Loaded only now: a build that finds everything in the cache starts without the bundler.
  const { compileDocument } = await import('./compile-document')
  for (const [index, request] of requests.entries()) await onResult(await compileDocument(request), index)
}

type Worker = { compile: (request: CompileRequest) => Promise<CompileResult>; stop: () => void }

function startWorker(): Worker {
  const waiting = new Map<number, { resolve: (result: CompileResult) => void; reject: (e: Error) => void }>()
  let lastId = 0
  const child: ChildProcess = fork(fileURLToPath(new URL('./compile-worker.ts', import.meta.url)), {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'production' },
    // A larger nursery: syntax trees die young, and collecting them was a tenth of the time.
    execArgv: ['--max-semi-space-size=32', '--import', tsxLoader()],
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
    stop: () => child.disconnect(),
  }
}

/** Workers are TypeScript whatever started this process, so they bring their own loader. */
function tsxLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
}
