import { Icon } from './icon'

/** What is wrong with one field and what to do; the words of the error summary. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p className="error" id={id}>
      <Icon name="alert" />
      <span>
        <span className="hidden-text">Error:</span> {children}
      </span>
    </p>
  )
}
