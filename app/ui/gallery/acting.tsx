import { Button, ButtonLink } from '../button'
import { ConfirmPanel } from '../confirm-panel'
import { Link } from '../link'
import { SearchBox } from '../search-box'
import { Specimen } from './specimen'

/** What can be pressed or followed. */
export function ActingSpecimens() {
  return (
    <>
      <Buttons />
      <ButtonStates />
      <Specimen
        title="Search box: plain, large and filled"
        criterion="A visible label; the number of results is a status message."
      >
        <SearchBox action="/search" label="Search help" id="search-plain" name="Plain search" />
        <SearchBox
          action="/search"
          label="Search articles, quick answers and tutorials"
          id="search-large"
          name="Large search"
          query="sign-in link"
          large
        />
      </Specimen>
      <Specimen
        title="Links: fresh, with focus"
        criterion="Underlined in text. The name makes sense on its own."
      >
        <p>
          <Link to="/kb">Articles</Link>,{' '}
          <span className="state-focus">
            <Link to="/faq">Quick answers</Link>
          </span>
        </p>
      </Specimen>
      <Specimen
        title="Confirmation"
        criterion="A page of its own. The button says the deed; the way out is as near as it."
      >
        <ConfirmPanel
          action="/dev/ui"
          title="Delete your account?"
          confirm="Delete my account"
          keep={{ to: '/account', label: 'Keep my account' }}
        >
          <p>Your name and address go at once. Your tickets stay with us for 90 days.</p>
        </ConfirmPanel>
      </Specimen>
    </>
  )
}

function Buttons() {
  const all = (
    <p className="actions">
      <Button>Send reply</Button> <Button look="quiet">Save draft</Button>{' '}
      <Button look="danger">Delete my account</Button> <Button look="link">Remove</Button>{' '}
      <Button look="quiet" small>
        Check for updates
      </Button>{' '}
      <ButtonLink to="/tickets/new">Open a ticket</ButtonLink>
    </p>
  )
  return (
    <Specimen
      title="Buttons: main, quiet, danger, as a link, small, a link as weighty as a button; below, on the desk"
      criterion="44 px high, 36 on the desk. The name starts with the visible words."
    >
      {all}
      <div className="desk">{all}</div>
    </Specimen>
  )
}

function ButtonStates() {
  return (
    <Specimen
      title="Under the pointer, with focus, at work (still focusable)"
      criterion="The ring has a gap, so it shows on every ground. A busy button keeps focus and says what it does."
    >
      <p className="actions">
        <span className="state-hover">
          <Button>Under the pointer</Button>
        </span>{' '}
        <span className="state-focus">
          <Button>With focus</Button>
        </span>{' '}
        <Button aria-busy>Sending your reply…</Button>
      </p>
      <div className="busy-bar" role="progressbar" aria-label="Sending your reply" />
      <p className="hint">
        The bar comes after 0.4 seconds. After 10 seconds: “This takes longer than usual. What you
        typed is safe; you can wait or try again.”
      </p>
    </Specimen>
  )
}
