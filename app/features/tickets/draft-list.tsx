import type { ReaderClock } from '~/http/reader-clock'
import { draftPath, newTicketPath, ticketsPath } from '~/http/paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/button'
import { Empty } from '~/ui/empty'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Time } from '~/ui/time'
import type { Draft } from './drafts.server'

/** Tickets that were begun and not sent. */
export function DraftList({ drafts, clock }: { drafts: Draft[]; clock: ReaderClock }) {
  return (
    <HelpFrame current="tickets">
      <Breadcrumbs trail={[{ to: ticketsPath, label: 'Your tickets' }]} />
      <h1 className="page-title">Your drafts</h1>
      {drafts.length === 0 ? (
        <Empty title="Nothing is half written">
          <p>A ticket that you begin and save stands here until you send it.</p>
          <p>
            <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>
          </p>
        </Empty>
      ) : (
        <ul className="rows">
          {drafts.map(({ id, subject, updated_at }) => (
            <li key={id}>
              <h2>
                <Link to={draftPath(id)}>{subject || 'Without a subject'}</Link>
              </h2>
              <p className="kind">
                Saved <Time at={updated_at} {...clock} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </HelpFrame>
  )
}
