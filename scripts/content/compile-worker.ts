import { compileDocument, type CompileRequest, type CompileResult } from './compile-document'

export type WorkerRequest = { id: number; request: CompileRequest }
export type WorkerAnswer = { id: number; result?: CompileResult; failure?: string }

// The process of one worker: documents come in as messages, what became of them goes out.
process.on('message', ({ id, request }: WorkerRequest) => {
  compileDocument(request).then(
    (result) => answer({ id, result }),
    (error: unknown) => {
      answer({
        id,
        failure: error instanceof Error ? (error.stack ?? error.message) : String(error),
      })
    },
  )
})

// Without its parent a worker has nothing to do.
process.on('disconnect', () => process.exit(0))

function answer(message: WorkerAnswer): void {
  process.send?.(message)
}
