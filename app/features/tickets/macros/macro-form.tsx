import { formState, type FormResult, type FormState } from '~/forms/form-state'
import { ChoicesField } from '~/ui/choice-field'
import { SelectField, TextField } from '~/ui/field'
import { PRIORITIES, PRIORITY_LABEL } from '../ticket'
import { ASSIGN_CHOICES, NEXT_STATUS_CHOICES, type MacroSettings } from './macro-settings'
import { TemplateField, UseField } from './template-fields'
import { TemplateFrame } from './template-frame'

type Props = {
  action: string
  /** A new macro has only its id. */
  macro: Pick<MacroSettings, 'id'> & Partial<MacroSettings>
  result: FormResult
  /** The text with a sample filled in. */
  preview: string
  /** What somebody else wrote while this form was open. */
  now?: MacroSettings
}

/** A macro, new or changed. */
export function MacroForm({ action, macro, result, preview, now }: Props) {
  const form = formState(
    ['name', 'description', 'text', 'next_status', 'priority', 'tags', 'assign', 'active'],
    result,
    {
      ...macro,
      text: macro.reply,
      tags: macro.add_tags?.join(', '),
      active: macro.active === false ? 'no' : 'yes',
    },
  )
  return (
    <TemplateFrame
      action={action}
      title={macro.name ?? 'Add a macro'}
      kept={macro}
      errors={form.errors}
      now={now && { name: now.name, text: now.reply }}
      save="Save the macro"
      preview={preview}
    >
      <TextField
        {...form.field('name')}
        label="Name"
        hint="What agents choose, such as “Ask for the browser”."
        autoComplete="off"
      />
      <TextField
        {...form.field('description')}
        label="Description"
        hint="When to use it."
        autoComplete="off"
        optional
      />
      <TemplateField {...form.field('text')} optional />
      <ChangeFields field={form.field} />
      <UseField {...form.field('active')} />
    </TemplateFrame>
  )
}

type ChangedField = 'next_status' | 'priority' | 'tags' | 'assign'

/** What the macro does to the ticket, beside its reply. */
function ChangeFields({ field }: Pick<FormState<ChangedField>, 'field'>) {
  const { defaultValue: assigned, ...assign } = field('assign')
  return (
    <>
      <SelectField
        {...field('next_status')}
        label="Status after it"
        first="Stays as it is"
        choices={NEXT_STATUS_CHOICES}
      />
      <SelectField
        {...field('priority')}
        label="Priority after it"
        first="Stays as it is"
        choices={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
      />
      <TextField
        {...field('tags')}
        label="Tags to add"
        hint="With commas between them."
        autoComplete="off"
        optional
      />
      <ChoicesField
        {...assign}
        type="radio"
        legend="Assignee after it"
        choices={ASSIGN_CHOICES}
        chosen={[assigned ?? 'keep']}
      />
    </>
  )
}
