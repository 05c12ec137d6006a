import type { ReactNode } from 'react'
import { type DemoForm, type DemoFormName, type DemoPart, demoForms } from './demo-forms'

/**
 * A picture of a real form with a number at each part; the list between the tags explains the
 * numbers. It is drawn with text, so it is sharp, themed and readable in a text browser.
 */
export function Demo({ form, children }: { form: DemoFormName; children?: ReactNode }) {
  const { title, page, parts }: DemoForm = demoForms[form]
  return (
    <figure className="demo">
      <div className="demo-picture" role="img" aria-label={`Picture of ${title}`}>
        {parts.map((part, index) => (
          <Part key={part.label} part={part} number={index + 1} />
        ))}
      </div>
      <figcaption>
        <p>
          A picture of {title}. <a href={page}>Open the real one</a>
        </p>
        {children}
      </figcaption>
    </figure>
  )
}

const boxClasses: Record<Exclude<DemoPart['kind'], 'button' | 'quiet-button'>, string> = {
  line: 'input',
  box: 'textarea',
  choice: 'select',
  file: 'input input--file',
}

function Part({ part, number }: { part: DemoPart; number: number }) {
  const mark = <span className="demo-number">{number}</span>
  if (part.kind === 'button' || part.kind === 'quiet-button') {
    const quiet = part.kind === 'quiet-button' ? ' button--quiet' : ''
    return (
      <p className="demo-part">
        {mark} <span className={`button${quiet}`}>{part.label}</span>
      </p>
    )
  }
  return (
    <p className="demo-part">
      {mark} <span className="label">{part.label}</span>{' '}
      <span className={boxClasses[part.kind]}>{part.value}</span>
    </p>
  )
}
