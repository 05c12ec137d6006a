import { z } from 'zod'
import type { FormFields } from '~/forms/read-form.server'
import { parseSubmission, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { Problem } from '~/lib/errors'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { queueQueryString, type QueueQuery } from './queue-query'

const schema = z.object({
  id: z.string().uuid(),
  name: z
    .string({ required_error: 'Give the view a name' })
    .trim()
    .min(1, 'Give the view a name')
    .max(40, 'Use at most 40 characters for the name')
    .regex(/^\P{Cc}*$/u, 'Write the name on one line'),
})

/**
 * Saves what the queue shows under a name, in the place of an older view of that name.
 * @returns a sentence about it, or 422 with what is wrong with the name
 */
export async function saveView(context: RequestContext, fields: FormFields, query: QueueQuery) {
  const submission = parseSubmission(fields, schema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { id, name } = submission.value
  try {
    const asked = { id, name, query: queueQueryString(query) }
    unwrap(await context.session.supabase.rpc('save_view', asked))
    return `The view “${name}” is saved.`
  } catch (error) {
    if (!(error instanceof Problem && error.message === 'saved_views_count')) throw error
    const tooMany = 'You have 20 views: delete one that you no longer need'
    return unprocessable(context, submission, { name: [tooMany] })
  }
}

/** Deletes a view of the viewer; one that is gone already stays so. */
export async function deleteView(supabase: Supabase, fields: FormFields): Promise<string> {
  const id = readUuid(fields.get('id'))
  if (id) unwrap(await supabase.rpc('delete_view', { id }))
  return 'The view is deleted.'
}
