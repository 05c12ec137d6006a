import { data } from '@remix-run/node'
import type { Submission, SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod'
import type { ZodObject, ZodRawShape, z } from 'zod'
import type { RequestContext } from '~/http/context'
import type { FormFields } from './read-form.server'

const SOMEBODY_ELSE =
  'Somebody else changed this while you were writing. Compare both below, then save yours or leave the page'

/**
 * Holds a form against its schema. Only the fields that the schema names are looked at: conform reads
 * names as paths, and `a[99999999]` would make an array of that length.
 */
export function parseSubmission<Shape extends ZodRawShape>(
  fields: FormFields,
  schema: ZodObject<Shape>,
): Submission<z.output<ZodObject<Shape>>> {
  const named = new FormData()
  for (const [name, value] of fields) {
    if (Object.hasOwn(schema.shape, name)) named.append(name, value)
  }
  return parseWithZod(named, { schema }) as Submission<z.output<ZodObject<Shape>>>
}

/** The same page again with what was typed and no complaint: the form was not sent, only changed. */
export function stillTyping<T>(submission: Submission<T>) {
  return { result: { initialValue: submission.payload } }
}

/**
 * 422: the same page again, values kept, with what to do about each field.
 * @param extra errors that only the server could find, by field name; '' for the form as a whole
 */
export function unprocessable<T>(
  context: RequestContext,
  submission: Submission<T>,
  extra: Record<string, string[]> = {},
) {
  context.page.problem = true
  const { '': formErrors, ...fieldErrors } = extra
  const result: SubmissionResult = submission.reply({
    formErrors,
    hideFields: ['password', 'current'],
  })
  const errors = { ...result.error, ...mergeErrors(result.error, fieldErrors) }
  return data({ result: { ...result, status: 'error' as const, error: errors } }, { status: 422 })
}

/**
 * 409: the same page again, values kept, because somebody else was faster. The page shows how things are now
 * beside what was typed; the form then carries the new version, so sending it again means it.
 * @param now the thing as it stands, where the page's loader does not read it anyway
 */
export function conflicted<T, Now = undefined>(
  context: RequestContext,
  submission: Submission<T>,
  { message = SOMEBODY_ELSE, now }: { message?: string; now?: Now },
) {
  const { result } = unprocessable(context, submission, { '': [message] }).data
  return data({ result, conflict: { now } }, { status: 409 })
}

function mergeErrors(known: SubmissionResult['error'], extra: Record<string, string[]>) {
  return Object.fromEntries(
    Object.entries(extra).map(([name, sentences]) => [
      name,
      [...(known?.[name] ?? []), ...sentences],
    ]),
  )
}
