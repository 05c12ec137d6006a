import type { Connection } from '@supabase/lite'

type PostgresError = { code: string; message: string; detail?: string; hint?: string }

/** The codes that lite answers as PostgREST does, by their beginning. Its storage reads 23505 too. */
const answeredByLite = /^(PT|PGRST|21|22|2350[235]|25006|42)/

/**
 * Gives every error of Postgres the status and the code that PostgREST would: lite answers
 * 500 "SUP" to, say, a failed check. It passes a `PGRST` error on as it is, hence the detour.
 */
export function answerErrorsLikePostgrest(connection: Connection) {
  const normalize = connection.normalizeDbError.bind(connection)
  connection.normalizeDbError = (thrown) => {
    const error = normalize(thrown)
    return isPostgresError(error) && !answeredByLite.test(error.code) ? restError(error) : error
  }
}

/**
 * Source: PostgREST's table of errors from PostgreSQL. Codes not in it, such as 23514, are 400.
 */
function statusOf(code: string): number {
  if (code === '23503' || code === '23505') return 409
  if (code === 'P0001') return 400
  if (/^(0L|0P|28)/.test(code)) return 403
  if (/^(08|53(?!400))/.test(code)) return 503
  if (/^(09|25|2D|38|39|3B|40|53|54|55|57|58|F0|HV|P0|XX)/.test(code)) return 500
  return 400
}

function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
}

function restError({ code, message, detail, hint }: PostgresError) {
  return Object.assign(
    new Error(JSON.stringify({ code, message, details: detail ?? null, hint: hint ?? null })),
    {
      code: 'PGRST',
      detail: JSON.stringify({ status: statusOf(code), headers: {} }),
    },
  )
}
