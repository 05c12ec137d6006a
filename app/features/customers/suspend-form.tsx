import type { ReactNode } from 'react'
import type { FormState } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { customerPath, customerSuspendPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { Link } from '~/ui/link'

type Props = {
  person: { id: string; name: string; suspended: boolean }
  errors: FormState<string>['errors']
  /** Asks for the password of whoever acts. */
  children: ReactNode
}

/** The question before an account is closed to its owner, or given back. */
export function SuspendForm({ person, errors, children }: Props) {
  const { id, name, suspended } = person
  return (
    <>
      <Breadcrumbs trail={[{ to: customerPath(id), label: name }]} />
      <ErrorSummary errors={errors} />
      <h1 className="page-title">
        {suspended ? 'Restore' : 'Suspend'} the account of <bdi>{name}</bdi>?
      </h1>
      <form className="form" action={customerSuspendPath(id)} method="post" noValidate>
        <p>
          {suspended
            ? 'They can sign in again, and are told so by email. Everything is as they left it.'
            : 'They are signed out everywhere at their next click, cannot sign in any more, and are told so by email. Their tickets stay, and you can restore the account at any time.'}
        </p>
        {children}
        <p className="actions">
          {suspended ? (
            <SubmitButton name="intent" value="restore" busy="Restoring…">
              Restore the account
            </SubmitButton>
          ) : (
            <SubmitButton look="danger" name="intent" value="suspend" busy="Suspending…">
              Suspend the account
            </SubmitButton>
          )}{' '}
          <Link to={customerPath(id)}>Leave it as it is</Link>
        </p>
      </form>
    </>
  )
}
