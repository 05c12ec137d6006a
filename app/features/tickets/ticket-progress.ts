import type { ProgressStep } from '~/ui/progress'
import { CUSTOMER_STATUS, REOPEN_DAYS, type Status } from './ticket'

/** Which of the four columns of a ticket's way a status stands at. */
const COLUMN: Record<Status, number> = {
  new: 0,
  open: 1,
  pending: 1,
  on_hold: 1,
  solved: 2,
  closed: 3,
}

/**
 * The way of a ticket in four steps; the word of the current one is the status itself.
 * @param reopenable a solved ticket that can still be opened again
 */
export function progressSteps(status: Status, reopenable: boolean): ProgressStep[] {
  const here = COLUMN[status]
  const working = here === 1 ? CUSTOMER_STATUS[status] : CUSTOMER_STATUS.open
  const notes = [
    undefined,
    undefined,
    status === 'solved' && !reopenable
      ? 'Too long ago to open it again'
      : `You can open it again for ${REOPEN_DAYS} days`,
    'A reply then starts a follow-up',
  ]
  return [CUSTOMER_STATUS.new, working, CUSTOMER_STATUS.solved, CUSTOMER_STATUS.closed].map(
    (label, column) => ({
      label,
      state: column < here ? 'done' : column === here ? 'now' : 'ahead',
      note: column >= here ? notes[column] : undefined,
    }),
  )
}
