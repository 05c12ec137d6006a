import { zoneNote, type ReaderClock } from '~/http/reader-clock'
import {
  discardDraftPath,
  draftPath,
  draftsPath,
  newTicketPath,
  replyPath,
  ticketsPath,
} from '~/http/paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/button'
import { ConfirmPanel } from '~/ui/confirm-panel'
import { Empty } from '~/ui/empty'
import { HelpFrame } from '~/ui/help-frame'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import { Time } from '~/ui/time'
import type { NamedDraft } from './discard-draft.server'
import type { Draft } from './drafts.server'
import type { ReplyDraftLine } from './reply-drafts.server'

type Props = {
  drafts: Draft[]
  replies: ReplyDraftLine[]
  /** The one that is about to be thrown away. */
  discarding: NamedDraft | null
  clock: ReaderClock
}

/** Tickets and replies that were begun and not sent. */
export function DraftList({ drafts, replies, discarding, clock }: Props) {
  const lines: Line[] = [
    ...drafts.map(({ id, subject, updated_at }) => ({
      id,
      to: draftPath(id),
      name: subject || 'Without a subject',
      updated_at,
    })),
    ...replies.map(({ id, ticket, updated_at }) => ({
      id,
      to: replyPath(ticket.number, id),
      name: `Reply to ticket ${ticket.number}, ${ticket.subject}`,
      updated_at,
    })),
  ]
  return (
    <HelpFrame current="tickets" zoneNote={zoneNote(clock)}>
      <Breadcrumbs trail={[{ to: ticketsPath, label: 'Your tickets' }]} />
      <KeptFlash />
      <h1 className="page-title">Your drafts</h1>
      {discarding ? <AskBefore draft={discarding} /> : null}
      {lines.length === 0 ? <NoDrafts /> : <Lines lines={lines} clock={clock} />}
    </HelpFrame>
  )
}

function AskBefore({ draft }: { draft: NamedDraft }) {
  return (
    <ConfirmPanel
      action={discardDraftPath(draft.id)}
      title="Throw this draft away?"
      confirm="Throw it away"
      keep={{ to: draftsPath, label: 'Keep it' }}
    >
      <p>
        <strong dir="auto">{draft.name}</strong>, with its files. This cannot be undone.
      </p>
    </ConfirmPanel>
  )
}

function NoDrafts() {
  return (
    <Empty title="Nothing is half written">
      <p>A ticket that you begin and save stands here until you send it.</p>
      <p>
        <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>
      </p>
    </Empty>
  )
}

type Line = { id: string; to: string; name: string; updated_at: string }

function Lines({ lines, clock }: { lines: Line[]; clock: ReaderClock }) {
  return (
    <ul className="rows">
      {lines.map(({ id, to, name, updated_at }) => (
        <li key={id}>
          <h2>
            <Link to={to}>
              <bdi>{name}</bdi>
            </Link>
          </h2>
          <p className="kind">
            Saved <Time at={updated_at} {...clock} />,{' '}
            <Link to={discardDraftPath(id)}>
              throw away<span className="hidden-text">: {name}</span>
            </Link>
          </p>
        </li>
      ))}
    </ul>
  )
}
