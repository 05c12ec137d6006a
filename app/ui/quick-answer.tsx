import type { ReactNode } from 'react'

type Props = { question: string; open?: boolean; children: ReactNode }

/** A question that opens to its answer: the browser's own disclosure, which needs no script. */
export function QuickAnswer({ question, open = false, children }: Props) {
  return (
    <details open={open}>
      <summary>{question}</summary>
      <div className="answer">{children}</div>
    </details>
  )
}

/** Questions under one another. */
export function QuickAnswers({ children }: { children: ReactNode }) {
  return <div className="faq">{children}</div>
}
