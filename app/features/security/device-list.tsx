import { SubmitButton } from '~/forms/submit-button'
import { deviceWords } from '~/auth/security-event'
import { accountPasswordPath, accountSecurityPath } from '~/http/paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Tag } from '~/ui/badge'
import { Link } from '~/ui/link'
import { Time } from '~/ui/time'
import { placeWords, type Device } from './device'

type Props = { devices: Device[]; clock: ReaderClock }

/** Every device with a session, and a button to end it. */
export function DeviceList({ devices, clock }: Props) {
  return (
    <section aria-labelledby="devices">
      <div className="section-head">
        <h2 id="devices">Devices</h2>
        <p>
          Sign out what you do not know. It is out at its next click, and you should then{' '}
          <Link to={accountPasswordPath}>choose a new password</Link>.
        </p>
      </div>
      <ul className="rows">
        {devices.map((device) => (
          <li key={device.session_id}>
            <DeviceRow device={device} clock={clock} />
          </li>
        ))}
      </ul>
      {devices.length > 1 ? (
        <form action={accountSecurityPath} method="post">
          <p className="actions actions--apart">
            <SubmitButton look="quiet" name="intent" value="others" busy="Signing out…">
              Sign out everywhere else
            </SubmitButton>
          </p>
        </form>
      ) : null}
    </section>
  )
}

function DeviceRow({ device, clock }: { device: Device; clock: ReaderClock }) {
  const name = deviceWords(device)
  return (
    <div className="device">
      <div>
        <h3>
          {name} {device.current ? <Tag>This device</Tag> : null}
        </h3>
        <p>{placeWords(device.country, device.address)}</p>
        <p className="facts">
          <span>
            Signed in <Time at={device.first_seen_at} {...clock} />
          </span>{' '}
          <span>
            Last seen <Time at={device.last_seen_at} {...clock} />
          </span>
        </p>
      </div>
      {device.current ? null : (
        <form action={accountSecurityPath} method="post">
          <input type="hidden" name="session_id" value={device.session_id} />
          <SubmitButton look="quiet" small name="intent" value="one" busy="Signing out…">
            Sign out<span className="hidden-text"> {name}</span>
          </SubmitButton>
        </form>
      )}
    </div>
  )
}
