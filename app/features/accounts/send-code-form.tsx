import { SubmitButton } from '~/forms/submit-button'

/** Proof without a password: a code to the address or number of the account. */
export function SendCodeForm({ action, to }: { action: string; to: string }) {
  return (
    <>
      <h1 className="page-title">Confirm that it is you</h1>
      <form className="form" action={action} method="post">
        <p>
          We send a code to {to}. Type it in on the next page, and you can go on for a quarter of an
          hour.
        </p>
        <p className="actions">
          <SubmitButton name="intent" value="send" busy="Sending…">
            Send me a code
          </SubmitButton>
        </p>
      </form>
    </>
  )
}
