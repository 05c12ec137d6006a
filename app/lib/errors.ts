/**
 * The six things that can go wrong for a person. Everything that talks to the outside throws one
 * of them; `http/handlers.server.ts` is the only place that turns them into statuses and pages.
 */
export type ProblemKind =
  'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'too-many' | 'unavailable'

/** A failure with a meaning for the person who reads the page; any other error is our own bug. */
export class Problem extends Error {
  override readonly name = 'Problem'

  /**
   * @param kind which of the six it is
   * @param message a sentence for the reader; not shown for `not-found` and `unavailable`
   * @param options `cause`: the error underneath, for the log only; `retryAfterSeconds`: when it is
   *   worth trying again
   */
  constructor(
    readonly kind: ProblemKind,
    message: string,
    options: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(message, options)
    this.retryAfterSeconds = options.retryAfterSeconds ?? null
  }

  readonly retryAfterSeconds: number | null
}

/** True for a failure of this kind; any other error belongs to somebody further up. */
export function isProblem(error: unknown, kind: ProblemKind): error is Problem {
  return error instanceof Problem && error.kind === kind
}

/** Also for what the viewer may not know exists: both read the same, to the byte. */
export function notFound(cause?: unknown): Problem {
  return new Problem('not-found', 'There is nothing at this address.', { cause })
}

/** The viewer may know that it exists, but not do this. */
export function forbidden(message: string, cause?: unknown): Problem {
  return new Problem('forbidden', message, { cause })
}

/** Somebody else changed it meanwhile. */
export function conflict(message: string, cause?: unknown): Problem {
  return new Problem('conflict', message, { cause })
}

/** The request itself makes no sense; a wrong field of a form is not one of these. */
export function invalid(message: string, cause?: unknown): Problem {
  return new Problem('invalid', message, { cause })
}

/** The same was tried too often lately; the message says when it works again and what else to do. */
export function tooMany(message: string, retryAfterSeconds: number): Problem {
  return new Problem('too-many', message, { retryAfterSeconds })
}

/** A backend is down or too slow. */
export function unavailable(cause?: unknown): Problem {
  return new Problem('unavailable', 'The portal cannot reach its database just now.', { cause })
}
