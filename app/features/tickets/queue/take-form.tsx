/** The id of the form that the "Take" buttons of the list belong to: a form cannot stand inside another. */
export const TAKE_FORM = 'take'

/** @param action the queue as it is, to come back to */
export function TakeForm({ action }: { action: string }) {
  return (
    <form id={TAKE_FORM} action={action} method="post">
      <input type="hidden" name="intent" value="take" />
    </form>
  )
}
