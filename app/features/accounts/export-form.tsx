import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { accountExportPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { StepUpField } from './step-up-field'

/** A copy of everything, after proof that it is the person who asks. */
export function ExportForm({ proven, result }: { proven: boolean; result: FormResult }) {
  const form = formState(['current'], result)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">Export</h1>
      <form className="form" action={accountExportPath} method="post" noValidate>
        <p>
          Everything that we hold about you, in one ZIP file: your details, tickets and files,
          drafts, devices, activity and notices, as JSON and as CSV for a spreadsheet. We tell you
          by email that it was downloaded.
        </p>
        <StepUpField {...form.field('current')} proven={proven} here={accountExportPath} />
        <p className="actions">
          <SubmitButton busy="Gathering your data…">Download my data</SubmitButton>
        </p>
      </form>
    </>
  )
}
