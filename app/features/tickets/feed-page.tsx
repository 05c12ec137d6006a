import { SubmitButton } from '~/forms/submit-button'
import { ticketFeedPagePath, ticketPath, ticketsPath } from '~/http/paths'
import { zoneNote, type ReaderClock } from '~/http/reader-clock'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { KeptFlash } from '~/ui/kept-flash'
import { Time } from '~/ui/time'
import type { FeedState } from './feeds.server'

type Props = { feed: FeedState; clock: ReaderClock }

/** Where a ticket gets an address for feed readers, and loses it again. */
export function FeedPage({ feed: { number, subject, madeAt }, clock }: Props) {
  return (
    <HelpFrame current="tickets" zoneNote={zoneNote(clock)}>
      <Breadcrumbs
        trail={[
          { to: ticketsPath, label: 'Your tickets' },
          { to: ticketPath(number), label: `Ticket ${number}` },
        ]}
      />
      <KeptFlash />
      <div className="page-title">
        <h1>Follow in a feed reader</h1>
        <p className="lead">
          <bdi>{subject}</bdi>
        </p>
      </div>
      <div className="prose">
        <p>
          A feed reader shows you what is new on this ticket without signing in. It needs an address
          that only you have: <strong>whoever has it can read this ticket</strong>, without its
          files.
        </p>
        {madeAt ? (
          <p>
            This ticket has a feed, made: <Time at={madeAt} {...clock} />. Its address cannot be
            shown again; a new one ends the old one.
          </p>
        ) : null}
      </div>
      <form action={ticketFeedPagePath(number)} method="post">
        <p className="actions actions--apart">
          <SubmitButton name="intent" value="make" busy="Making an address…">
            {madeAt ? 'Make a new address' : 'Make an address'}
          </SubmitButton>
          {madeAt ? (
            <SubmitButton name="intent" value="end" busy="Ending the feed…" look="quiet">
              End the feed
            </SubmitButton>
          ) : null}
        </p>
      </form>
    </HelpFrame>
  )
}
