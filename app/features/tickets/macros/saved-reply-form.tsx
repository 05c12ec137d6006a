import { formState, type FormResult } from '~/forms/form-state'
import { TextField } from '~/ui/field'
import type { SavedReplySettings } from './macro-settings'
import { TemplateField, UseField } from './template-fields'
import { TemplateFrame } from './template-frame'

type Props = {
  action: string
  /** A new saved reply has only its id. */
  reply: Pick<SavedReplySettings, 'id'> & Partial<SavedReplySettings>
  result: FormResult
  /** The text with a sample filled in. */
  preview: string
  /** What somebody else wrote while this form was open. */
  now?: SavedReplySettings
}

/** A text to begin replies with, new or changed. */
export function SavedReplyForm({ action, reply, result, preview, now }: Props) {
  const form = formState(['title', 'text', 'active'], result, {
    title: reply.title,
    text: reply.body,
    active: reply.active === false ? 'no' : 'yes',
  })
  return (
    <TemplateFrame
      action={action}
      title={reply.title ?? 'Add a saved reply'}
      kept={reply}
      errors={form.errors}
      now={now && { name: now.title, text: now.body }}
      save="Save the reply"
      preview={preview}
    >
      <TextField
        {...form.field('title')}
        label="Title"
        hint="What agents choose; customers do not see it."
        autoComplete="off"
      />
      <TemplateField {...form.field('text')} />
      <UseField {...form.field('active')} />
    </TemplateFrame>
  )
}
