import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react'

type CalloutProps = { kind?: 'info' | 'good' | 'warn'; title?: string; children?: ReactNode }

const labels = { info: 'Good to know', good: 'Tip', warn: 'Take care' }
const classes = { info: 'callout', good: 'callout callout--good', warn: 'callout callout--care' }

/**
 * A paragraph that stands apart. A note, not a landmark: two of them on one page would be two
 * landmarks of the same name.
 */
export function Callout({ kind = 'info', title = labels[kind], children }: CalloutProps) {
  const label = <span className="callout-label">{title.replace(/[.:]$/, '')}.</span>
  const [first, ...rest] = Children.toArray(children).filter((child) => child !== '\n')
  const startsWithParagraph = isParagraph(first)
  return (
    <div className={classes[kind]} role="note" aria-label={title}>
      {startsWithParagraph ? (
        cloneElement(first, {}, label, ' ', first.props.children)
      ) : (
        <p>
          {label} {typeof first === 'string' ? first : null}
        </p>
      )}
      {startsWithParagraph || typeof first === 'string' ? rest : [first, ...rest]}
    </div>
  )
}

function isParagraph(node: ReactNode): node is ReactElement<{ children?: ReactNode }> {
  return isValidElement(node) && node.type === 'p'
}
