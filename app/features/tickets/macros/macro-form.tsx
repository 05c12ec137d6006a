import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { macrosPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ChoicesField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { PRIORITIES, PRIORITY_LABEL } from '../ticket'
import { ASSIGN_CHOICES, NEXT_STATUS_CHOICES, type MacroSettings } from './macro-settings'
import { TemplateField, TemplatePreview, TheirText, UseField } from './template-fields'

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
  const { defaultValue: assigned, ...assign } = form.field('assign')
  return (
    <>
      <Breadcrumbs trail={[{ to: macrosPath, label: 'Macros and saved replies' }]} />
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">
        <bdi>{macro.name ?? 'Add a macro'}</bdi>
      </h1>
      {now ? <TheirText name={now.name} text={now.reply} /> : null}
      <form className="form" action={action} method="post" noValidate>
        <input type="hidden" name="id" value={macro.id} />
        {macro.version ? <input type="hidden" name="version" value={macro.version} /> : null}
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
        <SelectField
          {...form.field('next_status')}
          label="Status after it"
          first="Stays as it is"
          choices={NEXT_STATUS_CHOICES}
        />
        <SelectField
          {...form.field('priority')}
          label="Priority after it"
          first="Stays as it is"
          choices={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
        />
        <TextField
          {...form.field('tags')}
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
        <UseField {...form.field('active')} />
        <p className="actions">
          <SubmitButton name="intent" value="save" busy="Saving…">
            Save the macro
          </SubmitButton>{' '}
          <SubmitButton look="quiet" name="intent" value="preview" busy="One moment…">
            Preview the text
          </SubmitButton>{' '}
          <Link to={macrosPath}>Cancel</Link>
        </p>
      </form>
      <TemplatePreview text={preview} />
    </>
  )
}
