import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { customerNamePath, customerPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'

type Props = { person: { id: string; name: string }; result: FormResult }

/** Another spelling of a name, by an admin. */
export function CorrectNameForm({ person, result }: Props) {
  const form = formState(['name'], result, { name: person.name })
  return (
    <>
      <Breadcrumbs trail={[{ to: customerPath(person.id), label: person.name }]} />
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">Correct the name</h1>
      <form className="form" action={customerNamePath(person.id)} method="post" noValidate>
        <TextField
          {...form.field('name')}
          label="Name"
          hint="As the customer wants to be called. They are told that it was changed."
          autoComplete="off"
        />
        <p className="actions">
          <SubmitButton busy="Saving…">Save the name</SubmitButton>{' '}
          <Link to={customerPath(person.id)}>Cancel</Link>
        </p>
      </form>
    </>
  )
}
