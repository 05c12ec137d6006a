import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'
import { FieldError } from './field-error'

export type FieldText = {
  /** Also the target of the error summary's link. */
  id: string
  label: string
  hint?: ReactNode
  /** Says what to do, in the words of the error summary. */
  error?: string
  /** Only what may be left out is marked. */
  optional?: boolean
}

/** What ties a control to its label, hint and error. */
type ControlAttributes = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function controlAttributes({ id, hint, error }: FieldText): ControlAttributes {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    ...(described ? { 'aria-describedby': described } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  }
}

/** Label, hint, error, control: in this order, for every field. */
function Field({ children, ...text }: FieldText & { children: ReactNode }) {
  const { id, label, hint, error, optional } = text
  return (
    <div className={error ? 'field field--error' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? (
          <>
            {' '}
            <span className="optional">(optional)</span>
          </>
        ) : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children}
    </div>
  )
}

type Control<Attributes> = FieldText & Omit<Attributes, 'id' | 'hint'>

function split<Props extends FieldText>({ label, hint, error, optional, ...attributes }: Props) {
  return { text: { id: attributes.id, label, hint, error, optional } as FieldText, attributes }
}

/** One line of text. */
export function TextField({
  type = 'text',
  className = '',
  ...props
}: Control<InputHTMLAttributes<HTMLInputElement>>) {
  const { text, attributes } = split(props)
  return (
    <Field {...text}>
      <input
        {...attributes}
        {...controlAttributes(text)}
        type={type}
        className={`input ${className}`.trim()}
      />
    </Field>
  )
}

/** Several lines of text. */
export function TextAreaField({
  rows = 7,
  ...props
}: Control<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { text, attributes } = split(props)
  return (
    <Field {...text}>
      <textarea {...attributes} {...controlAttributes(text)} rows={rows} className="textarea" />
    </Field>
  )
}

type Choice = { value: string; label: string }

/** One of several. `first` is what stands there while nothing is chosen. */
export function SelectField({
  choices,
  first,
  ...props
}: Control<SelectHTMLAttributes<HTMLSelectElement>> & { choices: Choice[]; first?: string }) {
  const { text, attributes } = split(props)
  return (
    <Field {...text}>
      <select {...attributes} {...controlAttributes(text)} className="select">
        {first === undefined ? null : <option value="">{first}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Files from the person's device. */
export function FileField(props: Control<InputHTMLAttributes<HTMLInputElement>>) {
  const { text, attributes } = split(props)
  return (
    <Field {...text}>
      <input {...attributes} {...controlAttributes(text)} type="file" className="input" />
    </Field>
  )
}
