import { readPermit } from '~/auth/permit.server'
import { readForm, type FormFields } from '~/forms/read-form.server'
import { parseSubmission } from '~/forms/submission.server'
import type { RequestContext } from '~/http/context'
import { Problem } from '~/lib/errors'
import { beginning, severalLines } from '~/lib/text'
import { serviceClient } from '~/platform/service.server'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { keepFile } from './attachments.server'
import { safeFileName } from './file-name'
import { fileRules } from './file-rules'
import { deskDraftArguments } from './reply-drafts.server'
import { DRAFT_DESCRIPTION_LENGTH, draftSchema } from './ticket.schema'

/**
 * Keeps the form of a new ticket whose session has ended, files included, for the person whom its
 * permit names; they see it after signing in, and nobody else does.
 * @returns false when the form had no good permit: then nothing is kept
 */
export function parkTicketForm(
  context: RequestContext,
  request: Request,
  draftId: string,
): Promise<boolean> {
  return park(context, request, draftId, async (service, person_id, fields, lost_files) => {
    fields.set('id', draftId)
    const draft = parseSubmission(fields, draftSchema)
    if (draft.status !== 'success') return
    unwrap(await service.rpc('park_draft', { person_id, ...draft.value, lost_files }))
  })
}

/** The same for a reply. */
export function parkReplyForm(
  context: RequestContext,
  request: Request,
  number: number,
  id: string,
): Promise<boolean> {
  return park(context, request, id, async (service, person_id, fields, lost_files) => {
    const reply = { ticket_number: number, id, body: typedText(fields, 'reply'), lost_files }
    unwrap(await service.rpc('park_reply', { person_id, ...reply }))
  })
}

/** The same for what was begun at the desk, a note as a note. The permit is that of the reply. */
export async function parkDeskForm(
  context: RequestContext,
  request: Request,
  number: number,
  { message: replyId, note: noteId }: { message: string; note: string },
): Promise<FormFields | null> {
  let sent: FormFields | null = null
  await park(context, request, replyId, async (service, person_id, fields, lost_files) => {
    const drafts = { replyId, reply: fields.get('reply'), noteId, note: fields.get('note') }
    const kept = { person_id, ...deskDraftArguments(number, drafts), lost_files }
    unwrap(await service.rpc('park_desk_drafts', kept))
    sent = fields
  })
  return sent
}

function typedText(fields: FormFields, name: string): string {
  const typed = fields.get(name)
  const text = severalLines(typeof typed === 'string' ? typed : '')
  return beginning(text, DRAFT_DESCRIPTION_LENGTH)
}

/** @param lostFiles the names of files that could not be kept beside the text */
type KeepText = (
  service: Supabase,
  personId: string,
  fields: FormFields,
  lostFiles: string[],
) => Promise<void>

async function park(
  { env, log, requestId, now }: RequestContext,
  request: Request,
  messageKey: string,
  keepText: KeepText,
): Promise<boolean> {
  const permitOf = (fields: FormFields) => readPermit(env, fields.get('permit'), messageKey, now())
  const service = serviceClient(env)
  const rules = fileRules(env)
  const lostFiles: string[] = []
  let isDown = false
  const fields = await readForm(request, {
    maxFileBytes: rules.maxBytes,
    onFile: async (incoming, before) => {
      const permit = permitOf(before)
      if (!permit || incoming.field !== 'files') return
      const name = safeFileName(incoming.name)
      if (isDown) return void lostFiles.push(name)
      const offered = { incoming, rules, scanner: env.VIRUS_SCANNER }
      const refused = await keepFile(service, permit, offered, permit.viewerId).catch(
        (error: unknown) => {
          if (!(error instanceof Problem)) throw error
          isDown = error.kind === 'unavailable'
          log.error({ requestId, err: error.cause }, 'file not parked')
          return name
        },
      )
      if (refused) lostFiles.push(name)
    },
  })
  const permit = permitOf(fields)
  if (!permit) return false
  return keepText(service, permit.viewerId, fields, lostFiles).then(
    () => true,
    (error: unknown) => {
      // Sent meanwhile, or not that person's: there is nothing to keep.
      if (error instanceof Problem && error.kind !== 'unavailable') return false
      throw error
    },
  )
}
