import type { FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { TextAreaField } from '~/ui/field'
import { Icon } from '~/ui/icon'
import { AutosaveNote } from '../autosave-note'
import type { AutosaveState } from '../use-autosave'
import { deskFormState } from './desk-form-state'

type Props = {
  begun: string
  saved: AutosaveState
  result: FormResult
}

/** What only staff read; with a field and a button of its own, so that nothing goes to the wrong reader. */
export function NoteForm({ begun, saved, result }: Props) {
  const form = deskFormState(result, { note: begun })
  return (
    <div className="section section--light section--reply" role="group" aria-labelledby="team">
      <h2 id="team">For the team</h2>
      <div className="note-form form form--text">
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
      </div>
    </div>
  )
}
