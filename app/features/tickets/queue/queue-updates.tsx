import { useHydrated } from 'remix-utils/use-hydrated'
import { Button, ButtonLink } from '~/ui/button'
import { Icon } from '~/ui/icon'
import type { LiveQueue } from './use-live-queue'

type Props = Pick<LiveQueue, 'held' | 'show' | 'state'> & {
  /** The address of the page as it is. */
  here: string
  paused: boolean
  onPause(paused: boolean): void
}

/** How a list hears of what is new: by itself with JavaScript, by a link without. */
export function QueueUpdates({ here, ...live }: Props) {
  const hasScript = useHydrated()
  return (
    <div className="updates">
      {hasScript ? <ByItself {...live} /> : null}
      <ButtonLink to={here} look="quiet">
        Check for updates
      </ButtonLink>
    </div>
  )
}

function ByItself({ held, show, state, paused, onPause }: Omit<Props, 'here'>) {
  const words = paused ? 'Updates are paused' : WORDS[state]
  return (
    <>
      {held > 0 ? (
        <p>
          <Icon name="info" /> {held === 1 ? '1 ticket' : `${held} tickets`} changed.{' '}
          <Button type="button" look="quiet" small onClick={() => showAndStay(show)}>
            Show {held === 1 ? 'it' : 'them'}
          </Button>
        </p>
      ) : (
        <p className="muted">{words}</p>
      )}
      {state === 'over' ? null : (
        <Button type="button" look="quiet" onClick={() => onPause(!paused)}>
          {paused ? 'Update by itself' : 'Pause updates'}
        </Button>
      )}
      {/* Said once, however many more follow. */}
      <span className="hidden-text" role="status">
        {held > 0 ? 'Tickets in this list have changed.' : state === 'going' ? '' : words}
      </span>
    </>
  )
}

const WORDS = {
  going: 'Updates by itself',
  stopped: 'Updates stopped; trying again',
  over: 'Updates have ended: load the page again',
}

/** The button goes away with what it does: the focus goes to the list. */
function showAndStay(show: () => void): void {
  show()
  document.getElementById('tickets')?.focus()
}
