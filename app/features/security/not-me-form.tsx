import { SubmitButton } from '~/forms/submit-button'
import { notMePath } from '~/http/paths'
import { HelpFrame } from '~/ui/help-frame'

/** Between the link of a notice and what it does: programs that look into mails press no button. */
export function NotMeForm({ noticeId }: { noticeId: string }) {
  return (
    <HelpFrame current="account">
      <h1 className="page-title">This was not me</h1>
      <form className="form" action={notMePath(noticeId)} method="post">
        <p>
          Press the button and your account is signed out on every device, yours too, and our
          security team is told. If the notice came by email, we send a link for a new password to
          the same address.
        </p>
        <p className="actions">
          <SubmitButton look="danger" busy="Signing out everywhere…">
            Sign out everywhere
          </SubmitButton>
        </p>
      </form>
    </HelpFrame>
  )
}
