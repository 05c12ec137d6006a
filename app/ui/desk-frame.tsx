import type { ReactNode } from 'react'
import {
  auditPath,
  categoriesPath,
  customersPath,
  deskHelpPath,
  macrosPath,
  queuePath,
  securityLogPath,
  shortcutsPath,
  teamPath,
} from '~/http/desk-paths'
import { accountPath, homePath } from '~/http/paths'
import { Link } from './link'
import { PageFrame, ZoneNote } from './page-frame'

type Place = { to: string; label: string; adminOnly?: boolean }

/** The rooms of the desk, in the order of the menu. */
const PLACES: Place[] = [
  { to: queuePath, label: 'Queue' },
  { to: customersPath, label: 'Customers' },
  { to: macrosPath, label: 'Macros' },
  { to: teamPath, label: 'Team', adminOnly: true },
  { to: categoriesPath, label: 'Categories', adminOnly: true },
  { to: auditPath, label: 'Changes', adminOnly: true },
  { to: securityLogPath, label: 'Security', adminOnly: true },
  { to: deskHelpPath, label: 'Guide' },
]

type Props = {
  /** Where the person is: the place that it lies in is marked in the menu. */
  pathname: string
  personName: string
  isAdmin?: boolean
  /** A sentence on the zone of the times on this page; the portal's own when left out. */
  zoneNote?: string
  children: ReactNode
}

/** The page around everything staff see: dark on top, so that they always know which side they are on. */
export function DeskFrame({ pathname, personName, isAdmin = false, zoneNote, children }: Props) {
  const places = PLACES.filter(({ adminOnly }) => isAdmin || !adminOnly)
  return (
    <PageFrame
      brand={{ to: queuePath, place: 'Desk' }}
      menu={places.map(({ to, label }) => ({ to, label, isCurrent: isInside(to, pathname) }))}
      person={<PersonLink name={personName} />}
      footer={<DeskFooter zoneNote={zoneNote} />}
    >
      {children}
    </PageFrame>
  )
}

function isInside(place: string, pathname: string): boolean {
  return `${pathname}/`.startsWith(`${place}/`)
}

function PersonLink({ name }: { name: string }) {
  return (
    <p className="person">
      <Link to={accountPath}>
        {name}
        <span className="hidden-text">, your account</span>
      </Link>
    </p>
  )
}

function DeskFooter({ zoneNote }: { zoneNote?: string }) {
  return (
    <div>
      <ul>
        <li>
          <Link to={homePath}>Help centre</Link>
        </li>
        <li>
          <Link to={shortcutsPath}>Keyboard shortcuts</Link>
        </li>
      </ul>
      <ZoneNote>{zoneNote}</ZoneNote>
    </div>
  )
}
