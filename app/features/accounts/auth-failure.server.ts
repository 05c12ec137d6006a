import { tooMany, unavailable } from '~/lib/errors'

/** An error of Supabase Auth, as its client hands it over. */
export type AuthFailure = {
  name: string
  status?: number | undefined
  code?: string | undefined
  message: string
}

/** True where Supabase Auth itself failed, rather than refusing what was asked. */
export function isBackendTrouble({ name, status }: AuthFailure): boolean {
  return (
    name === 'AuthRetryableFetchError' ||
    name === 'AuthUnknownError' ||
    status === undefined ||
    status >= 500
  )
}

/**
 * Passes over an error that is an answer; one that is none ends the request.
 * @throws Problem `unavailable` where Auth failed, `too-many` where it has been asked too often
 */
export function throwIfTrouble(error: AuthFailure): void {
  if (isBackendTrouble(error)) throw unavailable(error)
  if (error.status === 429) {
    throw tooMany('This was asked for too often just now. Try again in a minute.', 60)
  }
}

/**
 * Passes over whatever Auth refuses, since that would say who has an account.
 * @throws Problem `unavailable` where Auth failed
 */
export function keepToYourself(error: AuthFailure | null): void {
  if (error && isBackendTrouble(error)) throw unavailable(error)
}
