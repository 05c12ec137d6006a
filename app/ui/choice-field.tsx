import type { ReactNode } from 'react'
import { FieldError } from './field-error'

type GroupProps = {
  /** Also the start of the ids of its choices: the summary links to the first of them. */
  id: string
  legend: string
  hint?: ReactNode
  error?: string
  className?: string
  children: ReactNode
}

/** Several controls with one question. Legend, hint, error, choices: in this order. */
function ChoiceGroup({ id, legend, hint, error, className = '', children }: GroupProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const classes = ['field', className, error ? 'field--error' : ''].filter(Boolean).join(' ')
  return (
    <fieldset className={classes} aria-describedby={described || undefined}>
      <legend>{legend}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children}
    </fieldset>
  )
}

/** The id of a choice: the first one carries the field's own, so that a link leads to it. */
function choiceId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}

type Question = Omit<GroupProps, 'className' | 'children'> & { name: string }

type ChoicesProps = Question & {
  choices: { value: string; label: string }[]
  /** The values that are chosen at first. */
  chosen?: string[]
  /** One answer or several. */
  type: 'radio' | 'checkbox'
}

/** Answers to tick: one of them, or any number. */
export function ChoicesField({ choices, chosen = [], name, type, ...group }: ChoicesProps) {
  return (
    <ChoiceGroup {...group}>
      <div className="choices">
        {choices.map(({ value, label }, index) => {
          const id = choiceId(group.id, index)
          return (
            <div className="choice" key={value}>
              <input
                type={type}
                id={id}
                name={name}
                value={value}
                defaultChecked={chosen.includes(value)}
              />
              <label htmlFor={id}>{label}</label>
            </div>
          )
        })}
      </div>
    </ChoiceGroup>
  )
}

type RatingProps = Question & {
  /** Lowest first; a word where a number alone would leave a doubt. */
  options: { value: number; word?: string }[]
  chosen?: number
}

/** A scale, such as satisfaction from 1 to 5. Arrow keys move along it. */
export function RatingField({ options, chosen, name, ...group }: RatingProps) {
  return (
    <ChoiceGroup {...group} className="rating">
      <div className="rating-options">
        {options.map(({ value, word }, index) => (
          <label key={value}>
            <input
              type="radio"
              id={choiceId(group.id, index)}
              name={name}
              value={value}
              defaultChecked={value === chosen}
            />{' '}
            <span>
              <b>{value}</b> {word}
            </span>
          </label>
        ))}
      </div>
    </ChoiceGroup>
  )
}
