import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** A refusal in the shape of Supabase Auth, which its client turns into an `AuthApiError`. */
export class AuthError extends HTTPException {
  constructor(
    status: ContentfulStatusCode,
    readonly code: string,
    message: string,
  ) {
    super(status, {
      message,
      res: Response.json(
        { code: status, error_code: code, msg: message },
        { status, headers: { 'X-Sb-Error-Code': code } },
      ),
    })
  }
}
