import { SubmitButton } from '~/forms/submit-button'
import {
  accountPath,
  confirmPath,
  loginPath,
  magicLinkPath,
  passwordForgotPath,
  signupPath,
} from '~/http/paths'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import type { ConfirmType } from './confirm-type'

type MailLink = { tokenHash: string; type: ConfirmType }

/** What each kind of mail link is for, in the words of its button. */
const WORDS: Record<ConfirmType, { title: string; text: string; button: string }> = {
  signup: {
    title: 'Confirm your email address',
    text: 'Press the button to confirm that this address is yours. You are signed in with it.',
    button: 'Confirm and sign in',
  },
  invite: {
    title: 'Accept the invitation',
    text: 'Press the button to confirm that this address is yours. You are signed in with it.',
    button: 'Confirm and sign in',
  },
  magiclink: {
    title: 'Sign in',
    text: 'Press the button to sign in to the portal in this browser.',
    button: 'Sign in',
  },
  recovery: {
    title: 'Choose a new password',
    text: 'Press the button to go on. You are signed in and choose a new password on the next page.',
    button: 'Continue',
  },
  email_change: {
    title: 'Confirm the new email address',
    text: 'Press the button to agree that the address of your account changes.',
    button: 'Confirm the new address',
  },
}

type Props = {
  /** Null when it was used, is too old, or was cut off. */
  link: MailLink | null
  /** True after the first of two links. */
  half: boolean
}

export function confirmTitle({ link, half }: Props): string {
  if (half) return 'One of two is confirmed'
  return link ? WORDS[link.type].title : 'This link does not work any more'
}

/** A button between the mail and the session: programs that look into mails press none. */
export function ConfirmForm({ link, half }: Props) {
  return (
    <HelpFrame current="account">
      {half ? <Half /> : link ? <Confirm {...link} /> : <UsedLink />}
    </HelpFrame>
  )
}

/** Reads the same in every browser, since the two mailboxes may be open in different ones. */
function Half() {
  return (
    <>
      <h1 className="page-title">One of two is confirmed</h1>
      <div className="prose">
        <p>
          Now open the link in the mail to the other address, in this browser or another, and press
          its button. Then the email address of the account changes; until then the old one counts.
        </p>
        <p>
          No mail there after five minutes? <Link to={accountPath}>Your account</Link> says which
          one is still missing.
        </p>
      </div>
    </>
  )
}

function Confirm({ tokenHash, type }: MailLink) {
  const { title, text, button } = WORDS[type]
  return (
    <>
      <h1 className="page-title">{title}</h1>
      <form className="form" action={confirmPath} method="post">
        <input type="hidden" name="token_hash" value={tokenHash} />
        <input type="hidden" name="type" value={type} />
        <p>{text}</p>
        <p className="actions">
          <SubmitButton busy="One moment…">{button}</SubmitButton>
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
          Otherwise ask for a new one: <Link to={signupPath}>create the account again</Link>,{' '}
          <Link to={magicLinkPath}>sign in with a link</Link> or{' '}
          <Link to={passwordForgotPath}>choose a new password</Link>.
        </p>
      </div>
    </>
  )
}
