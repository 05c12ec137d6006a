import type { FieldState } from '~/forms/form-state'
import { ChoicesField } from '~/ui/choice-field'
import { TextAreaField } from '~/ui/field'
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
