import type { MetaFunction } from '@remix-run/node'
import { pageTitle } from '~/http/page-title'
import { loginPath, signupPath } from '~/http/paths'
import type { Handle } from '~/http/tier'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'

export const handle: Handle = { tier: 'app' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Check your email')

export default function SignUpSentPage() {
  return (
    <HelpFrame current="account">
      <h1 className="page-title">Check your email</h1>
      <div className="prose">
        <p>
          We have sent a message to the address you gave. Open the link in it and press the button
          on the page: then you are signed in. The link works once and for one hour.
        </p>
        <p>
          Nothing there after five minutes? Look in the folder for unwanted mail, check the address
          and <Link to={signupPath}>send the form again</Link>. If you have an account already,{' '}
          <Link to={loginPath}>sign in</Link>.
        </p>
      </div>
    </HelpFrame>
  )
}
