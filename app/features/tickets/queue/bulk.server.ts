import { data } from '@remix-run/node'
import type { FormFields } from '~/forms/read-form.server'
import type { RequestContext } from '~/http/context'
import { deskTicketPath } from '~/http/desk-paths'
import { readUuid } from '~/lib/uuid'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import type { SummaryError } from '~/ui/error-summary'
import {
  BULK_LIMIT,
  changedSentence,
  changeValue,
  readChange,
  readTicked,
  refusalSentence,
  type BulkAnswer,
  type BulkChange,
  type BulkQuestion,
  type BulkResult,
  type Ticked,
} from './bulk-change'

/** Makes the change that a bulk form asks for. `key` makes a macro's replies go out once. */
async function changeTickets(
  supabase: Supabase,
  tickets: Ticked[],
  { what, value }: BulkChange,
  key: string | null,
): Promise<BulkAnswer> {
  return unwrap(
    await supabase.rpc('bulk_change', {
      numbers: tickets.map(({ number }) => number),
      versions: tickets.map(({ version }) => version),
      [what]: value,
      ...(what === 'macro_id' ? { key: key ?? undefined } : {}),
    }),
  ) as unknown as BulkAnswer
}

/**
 * Does what the form below the queue says.
 * @returns a sentence about what was done; a question first, where it cannot be undone; or 422 with what
 *   could not be done
 */
export async function answerBulkForm(context: RequestContext, fields: FormFields) {
  const tickets = readTicked(fields.getAll('ticket'))
  const change = readChange(fields.get('change'))
  const errors = whatIsMissing(tickets, change)
  if (!change || errors.length > 0) return refuse(context, errors, tickets, change)

  if (change.what === 'status' && change.value === 'closed' && fields.get('sure') !== 'yes') {
    return data({ question: { tickets } satisfies BulkQuestion })
  }
  const key = readUuid(fields.get('key'))
  const { changed, refused } = await changeTickets(context.session.supabase, tickets, change, key)
  if (refused.length === 0) return changedSentence(changed)
  return refuse(
    context,
    refused.map((one) => ({ href: deskTicketPath(one.number), text: refusalSentence(one) })),
    refused,
    change,
    changed,
  )
}

function whatIsMissing(tickets: Ticked[], change: BulkChange | null): SummaryError[] {
  const errors: SummaryError[] = []
  if (tickets.length === 0) errors.push({ href: '#tickets', text: 'Tick at least one ticket' })
  if (tickets.length > BULK_LIMIT)
    errors.push({ href: '#tickets', text: `Tick at most ${BULK_LIMIT} tickets` })
  if (!change) errors.push({ href: '#change', text: 'Choose what to do with the ticked tickets' })
  return errors
}

function refuse(
  context: RequestContext,
  errors: SummaryError[],
  still: { number: number }[],
  change: BulkChange | null,
  changed: number[] = [],
) {
  context.page.problem = true
  const result: BulkResult = {
    errors,
    changed: changed.length > 0 ? changedSentence(changed) : null,
    ticked: still.map(({ number }) => number),
    change: change ? changeValue(change) : '',
  }
  return data({ bulk: result }, { status: 422 })
}
