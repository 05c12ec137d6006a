import type { FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { SelectField, TextAreaField } from '~/ui/field'
import { Flash } from '~/ui/flash'
import { AttachmentsField } from '../attachments-field'
import { AutosaveNote } from '../autosave-note'
import type { FileRules } from '../file-rules'
import { KeptFiles } from '../kept-files'
import { LostFiles } from '../lost-files'
import { MacroChanges } from '../macros/macro-changes'
import type { Attachment } from '../ticket'
import type { AutosaveState } from '../use-autosave'
import type { Macro, SavedReply } from './desk'
import { deskFormState } from './desk-form-state'
import { ReplyTools, type FoundPage } from './reply-tools'

const AFTER_CHOICES = [
  { value: 'pending', label: 'Pending (waiting for the customer)' },
  { value: 'open', label: 'Open' },
  { value: 'on_hold', label: 'On hold' },
  { value: 'solved', label: 'Solved' },
]

type Props = {
  requesterName: string
  /** What was typed of it before. */
  begun: string
  saved: AutosaveState
  /** The last public message on this page. */
  lastSeen: string
  /** Somebody wrote before this reply was sent: it is shown again, beside theirs. */
  heldBack: boolean
  files: Attachment[]
  /** Names of files that could not be kept with it. */
  lostFiles: string[]
  /** What may be attached. */
  fileRules: FileRules
  macros: Macro[]
  savedReplies: SavedReply[]
  macro: Macro | null
  /** What help pages were searched for, and what was found. */
  insert: string
  found: FoundPage[] | null
  result: FormResult
}

/** What the customer reads. */
export function DeskReplyForm(props: Props) {
  const { requesterName, begun, saved, lastSeen, heldBack } = props
  const { files, lostFiles, fileRules, macros, savedReplies, macro, insert, found, result } = props
  const form = deskFormState(result, {
    reply: begun,
    after: macro?.next_status ?? 'pending',
  })
  return (
    <div className="section section--reply" role="group" aria-label="To the customer">
      <h2>
        Reply to <bdi>{requesterName}</bdi>
      </h2>
      <div className="form form--text reply-form">
        <LostFiles lost={lostFiles} files={files} />
        {heldBack ? <HeldBack lastSeen={lastSeen} /> : null}
        <ReplyTools {...{ macros, savedReplies, insert, found }} />
        <input type="hidden" name="seen" value={lastSeen} />
        {macro ? <MacroChanges macro={macro} /> : null}
        <TextAreaField {...form.field('reply')} label="Reply" hint="The customer reads this." />
        <div className="field-row">
          <SelectField
            {...form.field('after')}
            label="Then set the status to"
            choices={AFTER_CHOICES}
          />
          <AttachmentsField field={form.field('files')} rules={fileRules} />
        </div>
        <p className="actions">
          <SubmitButton name="intent" value="reply" busy="Sending your reply…">
            {heldBack ? 'Send anyway' : 'Send reply'}
          </SubmitButton>{' '}
          <SubmitButton name="intent" value="solve" busy="Sending and solving…" look="quiet">
            Reply and solve
          </SubmitButton>{' '}
          <AutosaveNote state={saved} />
        </p>
        <KeptFiles files={files} />
      </div>
    </div>
  )
}

function HeldBack({ lastSeen }: { lastSeen: string }) {
  return (
    <Flash tone="warn">
      <strong>Your reply is not sent yet.</strong> Read{' '}
      <a href={`#message-${lastSeen}`}>the newest message</a> first; your text stands below as you
      wrote it.
    </Flash>
  )
}
