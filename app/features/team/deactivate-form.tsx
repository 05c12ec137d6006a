import type { ReactNode } from 'react'
import type { FormState } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { memberDeactivatePath, memberPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { Link } from '~/ui/link'
import type { Member } from './team'

type Props = { member: Member; errors: FormState<string>['errors']; children: ReactNode }

/** The question before a member is out. */
export function DeactivateForm({ member, errors, children }: Props) {
  const { id, name, open_tickets } = member
  return (
    <>
      <Breadcrumbs trail={[{ to: memberPath(id), label: name }]} />
      <ErrorSummary errors={errors} />
      <h1 className="page-title">
        Deactivate <bdi>{name}</bdi>?
      </h1>
      <form className="form" action={memberDeactivatePath(id)} method="post" noValidate>
        <p>
          They are signed out everywhere at their next click, cannot sign in any more, and are told
          so by email.{' '}
          {open_tickets === 0
            ? 'They have no open ticket.'
            : `Their ${open_tickets} open ${open_tickets === 1 ? 'ticket goes' : 'tickets go'} back to the queue.`}{' '}
          What they wrote stays. You can restore the account later, on the page of the customer that
          they are then.
        </p>
        {children}
        <p className="actions">
          <SubmitButton look="danger" busy="Deactivating…">
            Deactivate {name}
          </SubmitButton>{' '}
          <Link to={memberPath(id)}>Leave it as it is</Link>
        </p>
      </form>
    </>
  )
}
