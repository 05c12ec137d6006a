import type { ReactNode } from 'react'
import {
  accountDeletePath,
  accountExportPath,
  accountNotificationsPath,
  accountPasswordPath,
  accountPath,
  accountSecurityPath,
} from '~/http/paths'
import { HelpFrame } from '~/ui/help-frame'
import { KeptFlash } from '~/ui/kept-flash'
import { Views } from '~/ui/menu'

const PAGES = [
  { to: accountPath, label: 'Your details' },
  { to: accountPasswordPath, label: 'Password' },
  { to: accountSecurityPath, label: 'Devices and activity' },
  { to: accountNotificationsPath, label: 'Notices' },
  { to: accountExportPath, label: 'Export' },
  { to: accountDeletePath, label: 'Delete account' },
]

type Props = {
  /** The page in the menu where the person is. */
  current: string
  zoneNote?: string
  children: ReactNode
}

/** The pages of the account, with the menu of them beside each. */
export function AccountFrame({ current, zoneNote, children }: Props) {
  return (
    <HelpFrame current="account" zoneNote={zoneNote}>
      <div className="with-margin">
        <div className="margin">
          <Views name="Account" items={PAGES} current={current} />
        </div>
        <div>
          <KeptFlash />
          {children}
        </div>
      </div>
    </HelpFrame>
  )
}
