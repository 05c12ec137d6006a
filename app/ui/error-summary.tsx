import type { ReactNode } from 'react'

export type SummaryError = { href: string; text: string }

type Props = {
  errors: SummaryError[]
  /** What was kept, so that nobody types it twice. */
  children?: ReactNode
  /** False where the page is about something else, such as a list of components. */
  takesFocus?: boolean
}

/**
 * All that is wrong with a form, over the title; each line leads to its field and says the same as
 * there. `autofocus` moves the focus here also without JavaScript.
 */
export function ErrorSummary({ errors, children, takesFocus = true }: Props) {
  if (errors.length === 0) return null
  return (
    <div
      className="error-summary"
      role="alert"
      tabIndex={-1}
      autoFocus={takesFocus}
      id="error-summary"
      aria-labelledby="error-summary-title"
    >
      <h2 id="error-summary-title">There is a problem</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li key={`${href} ${text}`}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      {children ? <p>{children}</p> : null}
    </div>
  )
}
