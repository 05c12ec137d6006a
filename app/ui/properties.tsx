import { Fragment, type ReactNode } from 'react'

type Property = {
  name: string
  /** Drawn instead of the name where it says the same with a shape. */
  badge?: ReactNode
  value: ReactNode
}

/** Facts about one thing, by name. */
export function Properties({ items }: { items: Property[] }) {
  return (
    <dl className="properties">
      {items.map(({ name, badge, value }) => (
        <Fragment key={name}>
          <dt>{badge ?? name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
