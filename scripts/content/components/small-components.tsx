import type { ReactNode } from 'react'

type WithChildren = { children?: ReactNode }

/** An ordered list that is followed with the hands, with room between the steps. */
export function Steps({ children }: WithChildren) {
  return <div className="steps">{children}</div>
}

/** A key of the keyboard. */
export function Kbd({ children }: WithChildren) {
  return <kbd>{children}</kbd>
}

/** The name of a file. */
export function File({ children }: WithChildren) {
  return <code className="file-name">{children}</code>
}

/** The way through the menus, written "Account > Devices". */
export function Path({ children }: WithChildren) {
  if (typeof children !== 'string') return <span className="path">{children}</span>
  return <span className="path">{children.split(/\s*>\s*/).join(' › ')}</span>
}

export function Definitions({ children }: WithChildren) {
  return <dl className="definitions">{children}</dl>
}

export function Term({ name, children }: WithChildren & { name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Its caption was moved into the table when the document was compiled. */
export function Table({ children }: WithChildren) {
  return <>{children}</>
}
