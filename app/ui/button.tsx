import { forwardRef, type ButtonHTMLAttributes, type ReactNode } from 'react'
import { Link } from './link'

type Look = 'main' | 'quiet' | 'danger' | 'link'

function classes(look: Look, small: boolean, more = ''): string {
  return ['button', look === 'main' ? '' : `button--${look}`, small ? 'button--small' : '', more]
    .filter(Boolean)
    .join(' ')
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean }

/** A button. One filled one a form: the others are quiet. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { look = 'main', small = false, className, ...rest },
  ref,
) {
  return <button ref={ref} className={classes(look, small, className)} {...rest} />
})

/** A link that is as weighty as a button, such as "Open a ticket". */
export function ButtonLink({
  to,
  look = 'main',
  small = false,
  children,
}: {
  to: string
  look?: Look
  small?: boolean
  children: ReactNode
}) {
  return (
    <Link className={classes(look, small)} to={to}>
      {children}
    </Link>
  )
}
