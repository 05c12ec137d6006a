import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { macrosPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import type { SavedReplySettings } from './macro-settings'
import { TemplateField, TemplatePreview, TheirText, UseField } from './template-fields'

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
    <>
      <Breadcrumbs trail={[{ to: macrosPath, label: 'Macros and saved replies' }]} />
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">
        <bdi>{reply.title ?? 'Add a saved reply'}</bdi>
      </h1>
      {now ? <TheirText name={now.title} text={now.body} /> : null}
      <form className="form" action={action} method="post" noValidate>
        <input type="hidden" name="id" value={reply.id} />
        {reply.version ? <input type="hidden" name="version" value={reply.version} /> : null}
        <TextField
          {...form.field('title')}
          label="Title"
          hint="What agents choose; customers do not see it."
          autoComplete="off"
        />
        <TemplateField {...form.field('text')} />
        <UseField {...form.field('active')} />
        <p className="actions">
          <SubmitButton name="intent" value="save" busy="Saving…">
            Save the reply
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
