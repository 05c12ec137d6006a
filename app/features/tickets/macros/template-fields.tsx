import type { FieldState } from '~/forms/form-state'
import { ChoicesField } from '~/ui/choice-field'
import { TextAreaField } from '~/ui/field'
import { PlainText } from '~/ui/plain-text'
import { Section } from '~/ui/section'
import { VARIABLES } from './macro'

/** A text that is filled in on each ticket, with the list of what can be. */
export function TemplateField({ optional, ...field }: FieldState & { optional?: boolean }) {
  return (
    <>
      <TextAreaField {...field} label="Text" optional={optional} rows={8} />
      <details>
        <summary>What can be filled in</summary>
        <ul className="stack">
          {VARIABLES.map(({ name, meaning }) => (
            <li key={name}>
              <code>{`{{${name}}}`}</code>: {meaning}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
}

/** Whether agents can choose it. */
export function UseField({ defaultValue, ...field }: FieldState) {
  return (
    <ChoicesField
      {...field}
      type="radio"
      legend="Use"
      choices={[
        { value: 'yes', label: 'In use' },
        { value: 'no', label: 'Not in use: kept, and nobody can choose it' },
      ]}
      chosen={[defaultValue ?? 'yes']}
    />
  )
}

/** The text as a customer would read it. */
export function TemplatePreview({ text }: { text: string }) {
  if (!text) return null
  return (
    <Section id="preview" title="Preview">
      <p className="small muted">For a ticket of Maya Lindqvist, number 1042, sent by you.</p>
      <div className="panel panel--text">
        <PlainText text={text} />
      </div>
    </Section>
  )
}

/** What somebody else wrote while the form was open. */
export function TheirText({ name, text }: { name: string; text: string }) {
  return (
    <Section id="now" title="What stands there now" variant="light">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <div className="panel panel--text">{text ? <PlainText text={text} /> : <p>No text.</p>}</div>
    </Section>
  )
}
