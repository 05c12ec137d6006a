import type { ReactNode } from 'react'
import { SubmitButton } from '~/forms/submit-button'
import { answersPath, draftPath, ticketPath, ticketsPath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { AttachmentList } from '~/ui/attachment-list'
import { PriorityBadge, StatusBadge } from '~/ui/badge'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { PlainText } from '~/ui/plain-text'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import type { Draft } from './drafts.server'
import {
  CUSTOMER_STATUS,
  PRIORITY_LABEL,
  type Attachment,
  type Category,
  type Status,
} from './ticket'

/** A ticket of the same person that is about much the same. */
export type SimilarTicket = { number: number; subject: string; status: Status }

type Props = {
  draft: Draft
  files: Attachment[]
  categories: Category[]
  similar: SimilarTicket[]
  /** What may answer it, drawn by whoever found it; null when nothing fits. */
  answers: ReactNode | null
}

/** The step between writing a ticket and sending it: what may answer it at once. */
export function SendTicket({ draft, files, categories, similar, answers }: Props) {
  const found = answers !== null || similar.length > 0
  return (
    <HelpFrame current="tickets">
      <Breadcrumbs
        trail={[
          { to: ticketsPath, label: 'Your tickets' },
          { to: draftPath(draft.id), label: 'Open a ticket' },
        ]}
      />
      <div className="ticket-grid">
        <div>
          <div className="page-title">
            <h1>{found ? 'Does one of these solve it?' : 'Check and send your ticket'}</h1>
            <p className="lead">
              {found
                ? 'We compared your text with everything in the help centre. Your ticket is saved as a draft either way.'
                : 'Nothing in the help centre answers this. Send it, and a person does.'}
            </p>
          </div>
          {answers}
          <SimilarTickets tickets={similar} />
          <Choice draftId={draft.id} found={found} />
        </div>
        <aside className="aside" aria-label="Your ticket">
          <TicketFacts draft={draft} files={files} categories={categories} />
        </aside>
      </div>
    </HelpFrame>
  )
}

function Choice({ draftId, found }: { draftId: string; found: boolean }) {
  return (
    <form action={answersPath(draftId)} method="post">
      <p className="actions actions--apart">
        <SubmitButton name="intent" value="send" busy="Sending your ticket…">
          Send my ticket
        </SubmitButton>{' '}
        {found ? (
          <SubmitButton name="intent" value="solved" busy="Thank you…" look="quiet">
            This solved it
          </SubmitButton>
        ) : null}
      </p>
      <p className="hint">
        You get a number at once, and a person replies on its page.
        {found ? ' “This solved it” throws the draft away.' : ''}
      </p>
    </form>
  )
}

function SimilarTickets({ tickets }: { tickets: SimilarTicket[] }) {
  if (tickets.length === 0) return null
  return (
    <Section id="similar" title="You wrote about this before" variant="light">
      <ul className="rows">
        {tickets.map(({ number, subject, status }) => (
          <li key={number}>
            <Link to={ticketPath(number)}>
              <bdi>{subject}</bdi>
            </Link>{' '}
            <span className="facts">
              <span>Ticket {number}</span>{' '}
              <StatusBadge status={status}>{CUSTOMER_STATUS[status]}</StatusBadge>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TicketFacts({ draft, files, categories }: Pick<Props, 'draft' | 'files' | 'categories'>) {
  const { id, subject, description, category, priority } = draft
  const items = [
    { name: 'Category', value: categories.find(({ slug }) => slug === category)?.name ?? 'None' },
    {
      name: 'Priority',
      value: <PriorityBadge priority={priority}>{PRIORITY_LABEL[priority]}</PriorityBadge>,
    },
  ]
  const kept = files.map(({ id, name, size }) => ({ id, name, size: fileSize(size) }))
  return (
    <Section id="your-ticket" title={subject} variant="flat">
      <Properties items={items} />
      <div className="prose" dir="auto">
        <PlainText text={description} />
      </div>
      <AttachmentList label="Files" files={kept} />
      <p className="actions actions--apart">
        <Link to={draftPath(id)}>Change something</Link>
      </p>
    </Section>
  )
}
