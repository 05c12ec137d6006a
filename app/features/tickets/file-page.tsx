import { ticketFilePath, ticketPath, ticketsPath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ButtonLink } from '~/ui/button'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import type { viewKind } from './file-types'

type Props = {
  number: number
  id: string
  name: string
  size: number
  kind: ReturnType<typeof viewKind>
  /** The text of a text file. */
  beginning: { text: string; whole: boolean } | null
}

/** A picture, a text or a PDF of a ticket, to look at without downloading it. */
export function FilePage({ number, id, name, size, kind, beginning }: Props) {
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
      {beginning ? <TextFile {...beginning} /> : null}
      {kind === 'image' ? (
        <Link to={file}>
          <img className="file-picture" src={file} alt={`The picture ${name}`} />
        </Link>
      ) : null}
      {kind === 'pdf' ? <PdfFile file={file} /> : null}
    </HelpFrame>
  )
}

function TextFile({ text, whole }: NonNullable<Props['beginning']>) {
  return (
    <>
      {whole ? null : <p>This is the beginning. Download it to read all of it.</p>}
      <pre className="file-text" tabIndex={0} dir="auto">
        {text}
      </pre>
    </>
  )
}

/** A page of ours may not hold a document that is not ours; the browser's own viewer may. */
function PdfFile({ file }: { file: string }) {
  return (
    <>
      <p className="actions">
        <ButtonLink to={file}>Open the PDF</ButtonLink>
      </p>
      <p className="hint">
        It opens in the PDF viewer of your browser, apart from the portal. A browser without a
        viewer downloads it.
      </p>
    </>
  )
}
