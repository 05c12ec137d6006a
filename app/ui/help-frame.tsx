import type { ReactNode } from 'react'
import {
  accountPath,
  faqAnswerPath,
  faqPath,
  homePath,
  kbPath,
  newTicketPath,
  ticketsPath,
  tutorialsPath,
} from '~/http/paths'
import { Link } from './link'
import { PageFrame, ZoneNote } from './page-frame'

type HelpPlace = 'kb' | 'faq' | 'tutorials' | 'tickets' | 'account'

type Place = { place: HelpPlace; to: string; label: string; apart?: boolean }

const READING: Place[] = [
  { place: 'kb', to: kbPath, label: 'Articles' },
  { place: 'faq', to: faqPath, label: 'Quick answers' },
  { place: 'tutorials', to: tutorialsPath, label: 'Tutorials' },
]

const PLACES: Place[] = [
  ...READING,
  { place: 'tickets', to: ticketsPath, label: 'Your tickets', apart: true },
  { place: 'account', to: accountPath, label: 'Account' },
]

type Props = {
  /** Where the person stands in the menu; none on home, search and error pages. */
  current?: HelpPlace
  /** A sentence on the zone of the times on this page; the portal's own when left out. */
  zoneNote?: string
  children: ReactNode
}

/** The page around everything customers see. It carries no name: still pages are the same for all. */
export function HelpFrame({ current, zoneNote, children }: Props) {
  return (
    <PageFrame
      brand={{ to: homePath, place: 'Help' }}
      menu={PLACES.map(({ place, ...item }) => ({ ...item, isCurrent: place === current }))}
      footer={<HelpFooter zoneNote={zoneNote} />}
    >
      {children}
    </PageFrame>
  )
}

function HelpFooter({ zoneNote }: { zoneNote?: string }) {
  return (
    <>
      <div className="footer-help">
        <strong>Contact us</strong>
        <p className="muted">People answer in our office hours.</p>
        <ul>
          <li>
            <Link to={newTicketPath}>Open a ticket</Link>
          </li>
          <li>
            <Link to={faqAnswerPath('tickets', 'when-do-you-answer')}>When people answer</Link>
          </li>
        </ul>
      </div>
      <div>
        <ul>
          {READING.map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
        <ZoneNote>{zoneNote}</ZoneNote>
      </div>
    </>
  )
}
