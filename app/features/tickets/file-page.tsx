import { ticketFilePath, ticketPath, ticketsPath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'

type Props = {
  number: number
  id: string
  name: string
  size: number
  /** The text of a text file; null for a picture. */
  beginning: { text: string; whole: boolean } | null
}

/** A picture or a text of a ticket, to look at without downloading it. */
export function FilePage({ number, id, name, size, beginning }: Props) {
  const file = ticketFilePath(number, id)
  return (
    <HelpFrame current="tickets">
      <Breadcrumbs
        trail={[
          { to: ticketsPath, label: 'Your tickets' },
          { to: ticketPath(number), label: `Ticket ${number}` },
        ]}
      />
      <div className="page-title">
        <h1>
          <bdi>{name}</bdi>
        </h1>
        <p className="facts">
          <span>{fileSize(size)}</span>{' '}
          <a href={file} download={name}>
            Download
          </a>
        </p>
      </div>
      {beginning ? (
        <>
          {beginning.whole ? null : <p>This is the beginning. Download it to read all of it.</p>}
          <pre className="file-text" tabIndex={0} dir="auto">
            {beginning.text}
          </pre>
        </>
      ) : (
        <Link to={file}>
          <img className="file-picture" src={file} alt={`The picture ${name}`} />
        </Link>
      )}
    </HelpFrame>
  )
}
