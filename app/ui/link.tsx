import { Link as RemixLink } from '@remix-run/react'
import type { AnchorHTMLAttributes } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  to: string
  /** Only between two pages of the app tier: then the browser keeps the page and changes its inside. */
  client?: boolean
}

/** A link. A whole document by default, since most pages lead to another tier. */
export function Link({ to, client = false, ...rest }: Props) {
  if (client) return <RemixLink to={to} {...rest} />
  return <a href={to} {...rest} />
}
