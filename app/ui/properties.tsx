import { Fragment, type ReactNode } from 'react'

/** Facts about one thing, by name. */
export function Properties({ items }: { items: { name: string; value: ReactNode }[] }) {
  return (
    <dl className="properties">
      {items.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
