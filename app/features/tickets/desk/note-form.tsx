import { useRef } from 'react'
import type { FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { deskWritingPath } from '~/http/desk-paths'
import { TextAreaField } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { AutosaveNote } from '../autosave-note'
import { useAutosave } from '../use-autosave'
import { deskFormState } from './desk-form-state'

type Props = {
  number: number
  /** The id that the note will have, so that sending it twice keeps it once. */
  noteId: string
  begun: string
  permit: string
  result: FormResult
}

/** What only staff read; another form, so that nothing goes to the wrong reader by one wrong tick. */
export function NoteForm({ number, noteId, begun, permit, result }: Props) {
  const form = deskFormState(result, { note: begun })
  const element = useRef<HTMLFormElement>(null)
  const saved = useAutosave(element)
  return (
    <div className="section section--light section--reply">
      <h2>For the team</h2>
      <form
        ref={element}
        className="note-form form form--text"
        action={deskWritingPath(number, { note: noteId })}
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
          <AutosaveNote state={saved} />
        </p>
        <input type="hidden" name="permit" value={permit} />
      </form>
    </div>
  )
}
