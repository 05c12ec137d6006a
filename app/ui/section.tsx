import type { ReactNode } from 'react'

type Props = {
  id: string
  title: string
  variant?: 'flat' | 'light' | 'colonnade'
  hidden?: boolean
  children: ReactNode
}

/** Content that hangs from a line, under its heading. */
export function Section({ id, title, variant, hidden = false, children }: Props) {
  return (
    <section className={variant ? `section section--${variant}` : 'section'} aria-labelledby={id}>
      <h2 id={id} className={hidden ? 'hidden-text' : undefined}>
        {title}
      </h2>
      {children}
    </section>
  )
}
