import type { MetaFunction } from '@remix-run/node'
import { pageTitle } from '~/http/page-title'
import { newTicketPath, searchPath, ticketsPath } from '~/http/paths'
import type { Handle } from '~/http/tier'
import { ButtonLink } from '~/ui/button'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { SearchBox } from '~/ui/search-box'

export const handle: Handle = { tier: 'still' }

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, 'Find an answer or write to us')

export default function HomePage() {
  return (
    <HelpFrame>
      <div className="home-top">
        <div>
          <h1>How can we help?</h1>
          <SearchBox
            action={searchPath}
            label="Search articles, quick answers and tutorials"
            large
          />
        </div>
        <section className="contact" aria-labelledby="contact">
          <h2 id="contact">Contact us</h2>
          <p>
            People answer Monday to Friday, 9:00 to 17:30. At other times your ticket waits in line.
          </p>
          <p className="actions">
            <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>
            <Link to={ticketsPath}>Your tickets</Link>
          </p>
        </section>
      </div>
    </HelpFrame>
  )
}
