/** The views of the queue, in the order of the menu, with what Postgres calls them. */
export const QUEUE_VIEWS = [
  { key: 'mine', label: 'Mine' },
  { key: 'unassigned', label: 'Unassigned' },
  { key: 'new', label: 'New' },
  { key: 'open', label: 'Open' },
  { key: 'pending', label: 'Pending' },
  { key: 'on_hold', label: 'On hold' },
  { key: 'solved', label: 'Solved' },
  { key: 'all', label: 'All' },
] as const

export type QueueView = (typeof QUEUE_VIEWS)[number]

/** The view that a URL names; tickets that nobody has, when it names none. */
export function readQueueView(value: string | null): QueueView {
  return QUEUE_VIEWS.find((view) => view.key === value) ?? QUEUE_VIEWS[1]
}
