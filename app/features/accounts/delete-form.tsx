import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { accountDeletePath, accountExportPath, accountPath } from '~/http/paths'
import { ErrorSummary } from '~/ui/error-summary'
import { Link } from '~/ui/link'
import { StepUpField } from './step-up-field'

/** Leaving, in two steps: proof, then one more question that says what is lost. */
export function DeleteForm({ proven, result }: { proven: boolean; result: FormResult }) {
  const form = formState(['current'], result)
  return (
    <>
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">Delete account</h1>
      <form className="form" action={accountDeletePath} method="post" noValidate>
        <p>
          Your name, addresses, devices, drafts, notices and files are removed at once and for good.
          Your tickets and our answers stay with us, by “Deleted account”. You may want to{' '}
          <Link to={accountExportPath}>download your data</Link> first.
        </p>
        {proven ? (
          <p>
            <strong>This cannot be taken back.</strong> You are signed out everywhere.
          </p>
        ) : null}
        <StepUpField {...form.field('current')} proven={proven} here={accountDeletePath} />
        <p className="actions">
          {proven ? (
            <SubmitButton look="danger" name="intent" value="delete" busy="Deleting…">
              Delete my account
            </SubmitButton>
          ) : (
            <SubmitButton look="quiet" name="intent" value="prove" busy="Checking…">
              Continue
            </SubmitButton>
          )}{' '}
          <Link to={accountPath}>Keep my account</Link>
        </p>
      </form>
    </>
  )
}
