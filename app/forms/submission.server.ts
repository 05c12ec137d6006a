import { data } from '@remix-run/node'
import type { Submission, SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod'
import type { ZodTypeAny, z } from 'zod'
import type { RequestContext } from '~/http/context'
import type { FormFields } from './read-form.server'

/**
 * Holds a form against its schema. Files and repeated or unknown fields never reach the value: only
 * what the schema names does.
 */
export function parseSubmission<Schema extends ZodTypeAny>(
  fields: FormFields,
  schema: Schema,
): Submission<z.output<Schema>> {
  return parseWithZod(fields, { schema }) as Submission<z.output<Schema>>
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
    fieldErrors,
    formErrors,
    hideFields: ['password'],
  })
  const errors = { ...result.error, ...mergeErrors(result.error, fieldErrors) }
  return data({ result: { ...result, status: 'error' as const, error: errors } }, { status: 422 })
}

function mergeErrors(known: SubmissionResult['error'], extra: Record<string, string[]>) {
  return Object.fromEntries(
    Object.entries(extra).map(([name, sentences]) => [
      name,
      [...(known?.[name] ?? []), ...sentences],
    ]),
  )
}
