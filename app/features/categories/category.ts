/** A category as admins keep it, as `list_category_settings()` answers it. */
export type CategorySettings = {
  /** Stands in addresses; stays as it was made. */
  slug: string
  name: string
  description: string
  /** Whether it can be chosen for new tickets. */
  active: boolean
  version: number
  tickets: number
  open_tickets: number
}
