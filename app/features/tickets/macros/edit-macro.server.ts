import type { Viewer } from '~/auth/viewer'
import { readForm } from '~/forms/read-form.server'
import { readIntent } from '~/forms/read-intent'
import { conflicted, parseSubmission, stillTyping, unprocessable } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { macrosPath } from '~/http/desk-paths'
import { seeOtherWith } from '~/http/responses.server'
import { isProblem } from '~/lib/errors'
import { previewOf, type MacroSettings, type SavedReplySettings } from './macro-settings'
import { macroSchema, savedReplySchema } from './macro-settings.schema'
import {
  getMacroSettings,
  getSavedReplySettings,
  saveMacro,
  saveSavedReply,
} from './macro-settings.server'

type Asked = { request: Request; context: RequestContext; viewer: Viewer }

const CHANGES_NOTHING =
  'Enter a text, or choose something that the macro changes. As it stands it would do nothing'

/** What the form of a macro asks for: to be saved, or to show its text with a sample filled in. */
export async function editMacro({ request, context, viewer }: Asked) {
  const { supabase } = context.session
  const fields = await readForm(request)
  const intent = readIntent(fields, ['save', 'preview'])
  const submission = parseSubmission(fields, macroSchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { text, tags, active, next_status = null, priority = null, ...rest } = submission.value
  if (intent === 'preview') {
    return { ...stillTyping(submission), preview: previewOf(text, viewer.name) }
  }
  if (!text && !next_status && !priority && tags.length === 0 && rest.assign === 'keep') {
    return unprocessable(context, submission, { text: [CHANGES_NOTHING] })
  }
  const changes = { next_status, priority, add_tags: tags, active: active === 'yes' }
  const saved = await unlessOutOfDate(() =>
    saveMacro(supabase, { ...rest, ...changes, reply: text }),
  )
  if (saved === 'out of date') {
    const now = await getMacroSettings(supabase, rest.id)
    return conflicted<unknown, MacroSettings>(context, submission, { now })
  }
  if (saved) return unprocessable(context, submission, { name: [saved] })
  return seeOtherWith(context, macrosPath, 'The macro is saved.')
}

/** The same for a saved reply. */
export async function editSavedReply({ request, context, viewer }: Asked) {
  const { supabase } = context.session
  const fields = await readForm(request)
  const intent = readIntent(fields, ['save', 'preview'])
  const submission = parseSubmission(fields, savedReplySchema)
  if (submission.status !== 'success') return unprocessable(context, submission)
  const { text, active, ...rest } = submission.value
  if (intent === 'preview') {
    return { ...stillTyping(submission), preview: previewOf(text, viewer.name) }
  }
  const reply = { ...rest, body: text, active: active === 'yes' }
  const saved = await unlessOutOfDate(() => saveSavedReply(supabase, reply))
  if (saved === 'out of date') {
    const now = await getSavedReplySettings(supabase, rest.id)
    return conflicted<unknown, SavedReplySettings>(context, submission, { now })
  }
  if (saved) return unprocessable(context, submission, { title: [saved] })
  return seeOtherWith(context, macrosPath, 'The saved reply is saved.')
}

async function unlessOutOfDate(save: () => Promise<string | null>): Promise<string | null> {
  try {
    return await save()
  } catch (error) {
    if (isProblem(error, 'conflict')) return 'out of date'
    throw error
  }
}
