import { seeOther } from '~/http/responses.server'
import { invalid } from '~/lib/errors'
import { severalLines } from '~/lib/text'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { fillIn } from '../macros/macro'
import { saveReplyDraft } from '../reply-drafts.server'
import { backTo, type DeskForm } from './desk-form'

/** What the tools above a reply do; each keeps what was typed, and none sends it. */
export const TOOL_INTENTS = ['find', 'link', 'saved', 'macro', 'no-macro'] as const
export type ToolIntent = (typeof TOOL_INTENTS)[number]

export function isToolIntent(intent: string): intent is ToolIntent {
  return (TOOL_INTENTS as readonly string[]).includes(intent)
}

/** What can be put into a reply that this feature does not know by itself. */
export type Library = {
  agentName: string
  /** The title of a help page that everybody may read; null for anything else. */
  titleOf(path: string): string | null
}

/** Adds to the draft of a reply and shows it again, with the same macro and search. */
export async function addToReply(desk: DeskForm, intent: ToolIntent, library: Library) {
  const { context, ticket, writing, fields } = desk
  const { supabase } = context.session
  const next = { message: writing.message, macro: writing.macro, insert: writing.insert }
  let added = ''
  let place = 'reply'
  if (intent === 'find') {
    next.insert = textOf(fields, 'insert').slice(0, 200)
    place = 'found'
  } else if (intent === 'no-macro') {
    next.macro = undefined
  } else if (intent === 'link') {
    added = linkTo(textOf(fields, 'link'), library, context.env.PUBLIC_URL)
    next.insert = undefined
  } else {
    const table = intent === 'macro' ? 'macros' : 'saved_replies'
    const chosen = await findWords(supabase, table, textOf(fields, `${intent}Choice`))
    if (chosen && intent === 'macro') next.macro = chosen.id
    const facts = { requester: ticket.requester, ticket, agent: { name: library.agentName } }
    added = fillIn(chosen?.text ?? '', facts)
  }
  const body = joined(textOf(fields, 'reply'), added)
  await saveReplyDraft(supabase, ticket.number, writing.message, body)
  return seeOther(`${backTo(desk, next)}#${place}`)
}

function textOf(fields: FormData, name: string): string {
  const typed = fields.getAll(name).find((value) => value !== '')
  return typeof typed === 'string' ? severalLines(typed) : ''
}

function joined(typed: string, added: string): string {
  return [typed, added].filter(Boolean).join('\n\n')
}

/** @throws Problem `invalid` for what is no page of the help centre */
function linkTo(path: string, { titleOf }: Library, portal: string): string {
  const title = titleOf(path)
  if (title === null) throw invalid('This page is not in the help centre any more.')
  return `${title}: ${new URL(path, portal).href}`
}

/** A macro or saved reply that is in use, with its text; null for none and for one that is gone. */
async function findWords(supabase: Supabase, table: 'macros' | 'saved_replies', chosen: string) {
  const id = readUuid(chosen)
  if (!id) return null
  const found =
    table === 'macros'
      ? await supabase.from('macros').select('id, text:reply').eq('id', id).eq('active', true)
      : await supabase.from('saved_replies').select('id, text:body').eq('id', id).eq('active', true)
  return (unwrap(found) as { id: string; text: string }[])[0] ?? null
}
