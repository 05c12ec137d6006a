import type { ReactNode } from 'react'
import { Button } from './button'
import { Link } from './link'

type Props = {
  /** Where the form is sent. */
  action: string
  title: string
  /** The words of the deed itself: "Delete my account", never "OK". */
  confirm: string
  /** The way out, and where it leads. */
  keep: { to: string; label: string }
  /** What happens, and what cannot be undone. */
  children: ReactNode
}

/** One more question before something that cannot be taken back. Enter does not press it by chance: it is a page. */
export function ConfirmPanel({ action, title, confirm, keep, children }: Props) {
  return (
    <form className="panel panel--text" action={action} method="post">
      <h2>{title}</h2>
      {children}
      <p className="actions">
        <Button look="danger">{confirm}</Button> <Link to={keep.to}>{keep.label}</Link>
      </p>
    </form>
  )
}
