import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { accountDetailsPath, accountPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { ZoneField } from './zone-field'

type Props = { name: string; timeZone: string | null; zones: string[]; result: FormResult }

export function DetailsForm({ name, timeZone, zones, result }: Props) {
  const form = formState(['name', 'time_zone'], result, { name, time_zone: timeZone })
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">Name and time zone</h1>
      <form className="form" action={accountDetailsPath} method="post" noValidate>
        <TextField
          {...form.field('name')}
          label="Name"
          hint="As our support team should call you. We tell you by email when it changes."
          autoComplete="name"
        />
        <ZoneField
          {...form.field('time_zone')}
          zones={zones}
          hint="Times on these pages and in our mails are written in it."
        />
        <p className="actions">
          <SubmitButton busy="Saving…">Save</SubmitButton> <Link to={accountPath}>Cancel</Link>
        </p>
      </form>
    </>
  )
}
