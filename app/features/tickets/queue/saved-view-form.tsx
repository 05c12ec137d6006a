import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { TextField } from '~/ui/field'
import type { SavedView } from './queue'

/** The one field of the form. */
export const savedViewState = (result: FormResult) => formState(['name'], result)

type Props = {
  /** The queue as it is. */
  action: string
  /** The view that the page shows, if it is a saved one. */
  saved: SavedView | undefined
  /** The id that a new one will have. */
  newId: string
  result?: FormResult
}

/** Keeps what is shown under a name; or throws the name away, if it has one. */
export function SavedViewForm({ action, saved, newId, result }: Props) {
  if (saved) {
    return (
      <form className="saved-view" action={action} method="post">
        <input type="hidden" name="id" value={saved.id} />
        <SubmitButton name="intent" value="delete-view" look="quiet" small busy="Deleting…">
          Delete this view
        </SubmitButton>
      </form>
    )
  }
  const form = savedViewState(result)
  return (
    <details className="more-filters saved-view" open={form.errors.length > 0}>
      <summary>Save this view</summary>
      <form className="form" action={action} method="post" noValidate>
        <input type="hidden" name="id" value={newId} />
        <TextField {...form.field('name')} label="Name of the view" maxLength={40} />
        <p className="actions">
          <SubmitButton name="intent" value="save-view" look="quiet" busy="Saving…">
            Save
          </SubmitButton>
        </p>
      </form>
    </details>
  )
}
