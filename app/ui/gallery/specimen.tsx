import type { ReactNode } from 'react'

type Props = {
  title: string
  /** What it must do for people who do not see it, or do not use a mouse. */
  criterion: string
  children: ReactNode
}

/** One component in its states, with what it must do for everybody. */
export function Specimen({ title, criterion, children }: Props) {
  return (
    <section className="specimen">
      <h3>{title}</h3>
      {children}
      <p className="criterion">{criterion}</p>
    </section>
  )
}
