import { deskTicketPath } from '~/http/paths'
import { Icon } from '~/ui/icon'
import { Link } from '~/ui/link'
import { presenceWords, type Present } from './desk'
import { usePresence } from './use-presence'

type Props = { number: number; others: Present[]; lastSeen: string }

/** Who else has the ticket open, and that somebody has written meanwhile. Kept up to date with JavaScript. */
export function LivePresence({ number, ...shown }: Props) {
  const { others, newest } = usePresence(number, { others: shown.others, newest: shown.lastSeen })
  const news = newest !== shown.lastSeen
  const alone = others.length === 0
  return (
    <div role="status">
      {alone ? null : (
        <div className="flash flash--info">
          <Icon name="info" />
          <p>
            <strong>{presenceWords(others)}</strong> What is written before your reply, you read
            before it is sent.
          </p>
        </div>
      )}
      {news ? (
        <div className="flash flash--warn">
          <Icon name="alert" />
          <p>
            <strong>There is a new message.</strong>{' '}
            <Link to={deskTicketPath(number)}>Show it</Link>; what you typed is kept.
          </p>
        </div>
      ) : null}
    </div>
  )
}
