import { useRef } from 'react'
import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { replyPath } from '~/http/paths'
import { TextAreaField } from '~/ui/field'
import type { FileRules } from './file-rules'
import { AttachmentsField } from './attachments-field'
import { AutosaveNote } from './autosave-note'
import { KeptFiles } from './kept-files'
import { LostFiles } from './lost-files'
import { isDone, REOPEN_DAYS, type Attachment, type Status } from './ticket'
import { useAutosave } from './use-autosave'

/** The fields of a reply with what was typed; also for the summary at the top of the page. */
export function replyFormState(result: FormResult, begun = '') {
  return formState(['reply', 'files'], result, { reply: begun })
}

type Props = {
  number: number
  status: Status
  files: Attachment[]
  /** Names of files that could not be kept with it. */
  lostFiles: string[]
  /** What may be attached. */
  fileRules: FileRules
  /** The id that the reply will have, so that sending it twice sends it once. */
  replyId: string
  /** What was typed of it before. */
  replyBegun: string
  /** Lets the reply be kept when the session has ended under it. */
  permit: string
  reopenable: boolean
  /** The number of the ticket that it was merged into, if it was. */
  goesOn: number | null
  result: FormResult
}

/** Where the requester answers; a reply is also what opens a solved ticket again. */
export function ReplyForm(props: Props) {
  const { number, status, files, fileRules, replyId, replyBegun, permit } = props
  const { lostFiles, reopenable, result } = props
  const form = replyFormState(result, replyBegun)
  const element = useRef<HTMLFormElement>(null)
  const saved = useAutosave(element)
  return (
    <div className="section section--reply">
      <h2>Your reply</h2>
      <form
        ref={element}
        className="form form--text reply-form"
        action={replyPath(number, replyId)}
        method="post"
        encType="multipart/form-data"
        noValidate
      >
        <input type="hidden" name="permit" value={permit} />
        <LostFiles lost={lostFiles} files={files} />
        <TextAreaField {...form.field('reply')} label="Reply" hint={hintFor(props)} />
        <AttachmentsField field={form.field('files')} rules={fileRules} />
        <p className="actions">
          <SubmitButton name="intent" value="reply" busy="Sending your reply…">
            Send reply
          </SubmitButton>{' '}
          {isDone(status) ? null : (
            <SubmitButton name="intent" value="close" busy="Closing…" look="quiet">
              Close ticket
            </SubmitButton>
          )}{' '}
          {reopenable ? (
            <SubmitButton name="intent" value="reopen" busy="Opening again…" look="quiet">
              Reopen ticket
            </SubmitButton>
          ) : null}
          <AutosaveNote state={saved} />
        </p>
        <KeptFiles files={files} />
      </form>
    </div>
  )
}

function hintFor({ status, reopenable, goesOn }: Props): string | undefined {
  if (!isDone(status)) return undefined
  if (reopenable)
    return `A reply opens this ticket again, within ${REOPEN_DAYS} days of its solution.`
  if (goesOn !== null) return `This goes on in ticket ${goesOn}. Your reply goes there.`
  return 'This ticket is closed. A reply starts a new one that is linked to it.'
}
