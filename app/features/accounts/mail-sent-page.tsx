import { HelpFrame } from '~/ui/help-frame'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'

type Props = {
  /** What the link in the mail does, after "Open the link in it and press the button:". */
  then: string
  /** Where the form is, to send it again. */
  again: string
}

/** After an address was given: reads the same whether there is such an account. */
export function MailSentPage({ then, again }: Props) {
  return (
    <HelpFrame current="account">
      <KeptFlash />
      <h1 className="page-title">Check your email</h1>
      <div className="prose">
        <p>
          If there is an account with this address, a message is on its way to it. Open the link in
          it, in this browser or another, and press the button: {then}. The link works once and for
          one hour.
        </p>
        <p>
          Nothing there after five minutes? Look in the folder for unwanted mail, check the address
          and <Link to={again}>send the form again</Link>.
        </p>
      </div>
    </HelpFrame>
  )
}
