import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { deskTicketPath } from '~/http/paths'
import { FileField, SelectField, TextAreaField } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { KeptFiles } from './kept-files'
import type { Attachment } from './ticket'

const AFTER_CHOICES = [
  { value: 'pending', label: 'Pending (waiting for the customer)' },
  { value: 'open', label: 'Open' },
  { value: 'on_hold', label: 'On hold' },
  { value: 'solved', label: 'Solved' },
]

/** The fields of both forms; only one of them was sent, so the other has no errors. */
export function deskFormState(result: FormResult) {
  return formState(['reply', 'after', 'files', 'note'], result, { after: 'pending' })
}

type Props = {
  number: number
  /** The id that the reply or note will have, so that sending it twice sends it once. */
  messageId: string
  files: Attachment[]
  requesterName: string
  result: FormResult
}

/** What the customer reads. */
export function DeskReplyForm({ number, messageId, files, requesterName, result }: Props) {
  const form = deskFormState(result)
  return (
    <div className="section section--reply">
      <h2>
        Reply to <bdi>{requesterName}</bdi>
      </h2>
      <form
        className="form form--text reply-form"
        action={`${deskTicketPath(number)}?message=${messageId}`}
        method="post"
        encType="multipart/form-data"
        noValidate
      >
        <TextAreaField {...form.field('reply')} label="Reply" hint="The customer reads this." />
        <div className="field-row">
          <SelectField
            {...form.field('after')}
            label="Then set the status to"
            choices={AFTER_CHOICES}
          />
          <FileField {...form.field('files')} label="Attachments" optional multiple />
        </div>
        <p className="actions">
          <SubmitButton name="intent" value="reply" busy="Sending your reply…">
            Send reply
          </SubmitButton>
        </p>
        <KeptFiles files={files} />
      </form>
    </div>
  )
}

/** What only staff read; another form, so that nothing goes to the wrong reader by one wrong tick. */
export function NoteForm({ number, messageId, result }: Props) {
  const form = deskFormState(result)
  return (
    <div className="section section--light section--reply">
      <h2>Note for the team</h2>
      <form
        className="note-form form form--text"
        action={`${deskTicketPath(number)}?message=${messageId}`}
        method="post"
        noValidate
      >
        <p className="small">
          <span className="voice">
            <Icon name="lock" /> Customers cannot read notes
          </span>
        </p>
        <TextAreaField {...form.field('note')} label="Note" rows={5} />
        <p className="actions">
          <SubmitButton name="intent" value="note" busy="Keeping your note…" look="quiet">
            Add note
          </SubmitButton>
        </p>
      </form>
    </div>
  )
}
