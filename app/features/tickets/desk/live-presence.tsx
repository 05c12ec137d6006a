import { useState } from 'react'
import { presencePath } from '~/http/desk-paths'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import { useNews } from '../use-news'
import { presenceWords, type Present } from './desk'
import { newsWords, type Seen, type TicketNews } from './ticket-news'

type Props = { number: number; others: Present[]; seen: Seen }

const TROUBLE = {
  going: null,
  stopped: 'Updates stopped; trying again.',
  over: 'Updates have ended. Load the page again to see what is new.',
}

/** The id of the button that loads the page again and keeps what was typed. */
export const CHECK_BUTTON = 'check'

function check(): void {
  const button = document.getElementById(CHECK_BUTTON) as HTMLButtonElement | null
  button?.form?.requestSubmit(button)
}

/** Who else has the ticket open, and what has happened to it since. Kept up to date with JavaScript. */
export function LivePresence({ number, others: atFirst, seen }: Props) {
  const [others, setOthers] = useState(atFirst)
  const [news, setNews] = useState<string | null>(null)
  const state = useNews<TicketNews>(presencePath(number), (heard) => {
    setOthers(heard.others)
    setNews(newsWords(heard, seen))
  })
  return (
    <div role="status">
      {others.length === 0 ? null : (
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
            <strong>{news}</strong> What you typed and chose is kept.{' '}
            <Button type="button" look="quiet" small onClick={check}>
              Show it
            </Button>
          </p>
        </div>
      ) : null}
      {TROUBLE[state] ? <p className="small muted">{TROUBLE[state]}</p> : null}
    </div>
  )
}
