import { useRef } from 'react'
import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { KeptFlash } from '~/ui/kept-flash'
import { draftPath, ticketsPath } from '~/http/paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { SelectField, TextAreaField, TextField } from '~/ui/field'
import { HelpFrame } from '~/ui/help-frame'
import { Section } from '~/ui/section'
import { AttachmentsField } from './attachments-field'
import { AutosaveNote } from './autosave-note'
import type { Draft } from './drafts.server'
import type { FileRules } from './file-rules'
import { KeptFiles } from './kept-files'
import { LostFiles } from './lost-files'
import { PriorityGuide } from './priority-guide'
import { PRIORITIES, PRIORITY_LABEL, type Attachment, type Category } from './ticket'
import { useAutosave } from './use-autosave'

const FIELDS = ['subject', 'description', 'category', 'priority', 'files'] as const

const PRIORITY_CHOICES = PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))

type Props = {
  /** The id of the draft and of the ticket it becomes. */
  id: string
  categories: Category[]
  draft: Draft | null
  files: Attachment[]
  /** What may be attached. */
  fileRules: FileRules
  /** What was searched before, so that nobody types it twice. */
  subject: string
  /** Lets the form be kept when the session has ended under it. */
  permit: string
  result: FormResult
}

/** The form of a new ticket. Nothing is sent from here: the next page shows what may answer it. */
export function TicketForm(props: Props) {
  const { id, categories, draft, files, fileRules, subject, permit, result } = props
  const element = useRef<HTMLFormElement>(null)
  const saved = useAutosave(element, nameDraft)
  const { description, category, priority = 'normal' } = draft ?? {}
  const before = { subject: draft?.subject ?? subject, description, category, priority }
  const form = formState(FIELDS, result, before)
  const choices = categories.map(({ slug, name }) => ({ value: slug, label: name }))
  return (
    <HelpFrame current="tickets">
      <Breadcrumbs trail={[{ to: ticketsPath, label: 'Your tickets' }]} />
      <div className="ticket-grid">
        <div>
          <ErrorSummary errors={form.errors}>
            What you typed is kept{files.length > 0 ? ', and so are your files' : ''}.
          </ErrorSummary>
          <KeptFlash />
          <h1 className="page-title">Open a ticket</h1>
          <form
            ref={element}
            className="form"
            action={draftPath(id)}
            method="post"
            encType="multipart/form-data"
            noValidate
          >
            <input type="hidden" name="permit" value={permit} />
            <LostFiles lost={draft?.lost_files ?? []} files={files} />
            <TextField
              {...form.field('subject')}
              label="Subject"
              hint="One line, as you would say it to a colleague."
            />
            <TextAreaField
              {...form.field('description')}
              label="Description"
              hint="What did you do, what happened, and what should have happened?"
            />
            <div className="field-row">
              <SelectField
                {...form.field('category')}
                label="Category"
                choices={choices}
                first="Choose a category"
              />
              <SelectField
                {...form.field('priority')}
                label="Priority"
                choices={PRIORITY_CHOICES}
              />
            </div>
            <AttachmentsField field={form.field('files')} rules={fileRules} />
            <p className="actions">
              <SubmitButton name="intent" value="continue" busy="Saving…">
                Continue
              </SubmitButton>{' '}
              <SubmitButton name="intent" value="draft" busy="Saving your draft…" look="quiet">
                Save draft
              </SubmitButton>{' '}
              <AutosaveNote state={saved} />
            </p>
            <p className="hint">
              Nothing is sent yet. The next page shows answers that may fit, then you send it.
            </p>
            <KeptFiles files={files} />
          </form>
        </div>
        <aside className="aside" aria-label="What happens next">
          <NextSteps />
          <PriorityGuide />
        </aside>
      </div>
    </HelpFrame>
  )
}

/** A reload then opens what was saved, and not another empty form. */
function nameDraft(form: HTMLFormElement) {
  window.history.replaceState(window.history.state, '', form.action)
}

function NextSteps() {
  return (
    <Section id="next" title="What happens next" variant="flat">
      <ol className="timeline">
        <li className="turn">You see answers that may solve it at once</li>
        <li>You send the ticket and get a number</li>
        <li>A person replies here</li>
      </ol>
    </Section>
  )
}
