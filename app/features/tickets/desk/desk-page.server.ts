import { randomUUID } from 'node:crypto'
import { issuePermit } from '~/auth/permit.server'
import { isAdmin, type Viewer } from '~/auth/viewer'
import type { RequestContext } from '~/http/context'
import { readerClock } from '~/http/reader-clock'
import { readUuid } from '~/lib/uuid'
import { fillIn } from '../macros/macro'
import { fileRules } from '../file-rules'
import type { ReplyDraft } from '../reply-drafts.server'
import { isClosed } from '../ticket'
import type { DeskWriting } from './desk'
import { readChoices } from './field-choices'
import { getDeskPage } from './desk.server'

/** What is being written, as the address says. */
export function readWriting({ searchParams }: URL): Partial<DeskWriting> {
  const id = (name: string) => readUuid(searchParams.get(name)) ?? undefined
  const insert = searchParams.get('insert')?.slice(0, 200)
  return {
    message: id('message'),
    note: id('note'),
    macro: id('macro'),
    insert: insert || undefined,
  }
}

/**
 * All that the desk shows of a ticket but what comes from other features.
 * @throws Problem `not-found`
 */
export async function readDeskPage(
  context: RequestContext,
  viewer: Viewer,
  number: number,
  url: URL,
) {
  const asked = readWriting(url)
  const found = await getDeskPage(context.session.supabase, number, asked)
  const {
    desk,
    categories,
    reply_draft: reply,
    note_draft: note,
    kept_files: files,
    ...page
  } = found
  const { ticket, messages } = page
  const now = context.now()
  const writing = { ...asked, ...idsOf(asked, reply, note) }
  const permit = { viewerId: viewer.id, ticketId: ticket.id, messageKey: writing.message }
  const macro = desk.macros.find(({ id }) => id === asked.macro) ?? null
  const facts = { ticket, requester: ticket.requester, agent: viewer }
  return {
    ...page,
    desk,
    categories,
    writing,
    choices: readChoices(url.searchParams),
    macro,
    replyBegun: reply?.body ?? fillIn(macro?.reply ?? '', facts),
    lostFiles: reply?.lost_files ?? [],
    noteBegun: note?.body ?? '',
    permit: issuePermit(context.env, permit, now),
    files,
    fileRules: fileRules(context.env),
    lastSeen: messages.findLast(({ kind }) => kind === 'public')?.id ?? ticket.id,
    isClosed: isClosed(ticket, now),
    viewer: { id: viewer.id, isAdmin: isAdmin(viewer) },
    clock: readerClock(now, viewer),
  }
}

export type DeskPage = Awaited<ReturnType<typeof readDeskPage>>

/** The ids that reply and note will have: those of the address, of what was begun before, or new ones. */
function idsOf(asked: Partial<DeskWriting>, reply: ReplyDraft | null, note: ReplyDraft | null) {
  return {
    message: asked.message ?? reply?.id ?? randomUUID(),
    note: asked.note ?? note?.id ?? randomUUID(),
  }
}
