/** The views of the queue, in the order of the menu, with what stands in one that is empty. */
export const QUEUE_VIEWS = [
  {
    key: 'mine',
    label: 'Mine',
    empty: 'You have no ticket to work on. Take one from “Unassigned”.',
  },
  { key: 'unassigned', label: 'Unassigned', empty: 'Every ticket that is not done has somebody.' },
  { key: 'new', label: 'New', empty: 'Every ticket has been begun.' },
  { key: 'waiting', label: 'Waiting on us', empty: 'Nobody waits for us.' },
  { key: 'pending', label: 'Pending', empty: 'No ticket waits for its customer.' },
  { key: 'on_hold', label: 'On hold', empty: 'No ticket waits for somebody else.' },
  { key: 'solved_today', label: 'Solved today', empty: 'Nothing has been solved today so far.' },
  { key: 'all', label: 'All', empty: 'Nobody has opened a ticket yet.' },
] as const

export type QueueView = (typeof QUEUE_VIEWS)[number]

/** The view that a URL names; tickets that nobody has, when it names none. */
export function readQueueView(value: string | null): QueueView {
  return QUEUE_VIEWS.find((view) => view.key === value) ?? QUEUE_VIEWS[1]
}
