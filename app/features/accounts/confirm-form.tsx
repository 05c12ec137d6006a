import { SubmitButton } from '~/forms/submit-button'
import { confirmPath, loginPath, signupPath } from '~/http/paths'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'

type Props = {
  /** The parts of the mail's link; null when it was used, is too old, or was cut off. */
  link: { tokenHash: string; type: string } | null
}

/** A button between the mail and the session: programs that look into mails press none. */
export function ConfirmForm({ link }: Props) {
  return <HelpFrame current="account">{link ? <Confirm {...link} /> : <UsedLink />}</HelpFrame>
}

function Confirm({ tokenHash, type }: { tokenHash: string; type: string }) {
  return (
    <>
      <h1 className="page-title">Confirm your email address</h1>
      <form className="form" action={confirmPath} method="post">
        <input type="hidden" name="token_hash" value={tokenHash} />
        <input type="hidden" name="type" value={type} />
        <p>Press the button to confirm that this address is yours. You are signed in with it.</p>
        <p className="actions">
          <SubmitButton busy="Signing you in…">Confirm and sign in</SubmitButton>
        </p>
      </form>
    </>
  )
}

function UsedLink() {
  return (
    <>
      <h1 className="page-title">This link does not work any more</h1>
      <div className="prose">
        <p>
          A link works once and for one hour, and some mail programs cut long links in two. If you
          have used it already, just <Link to={loginPath}>sign in</Link>.
        </p>
        <p>
          Otherwise <Link to={signupPath}>fill in the form again</Link>: a new link comes at once.
        </p>
      </div>
    </>
  )
}
