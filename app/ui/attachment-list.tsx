import { Icon } from './icon'
import { Link } from './link'

type AttachmentItem = {
  id: string
  name: string
  /** In words, such as "14 kB". */
  size: string
  /** Where it can be read; a file that is only kept has none. */
  to?: string
  /** A page that shows it, named apart from the file, with a small picture of it where there is one. */
  view?: { to: string; label: string; thumbnail?: string }
}

/** Files, each with its size; nothing where there are none. */
export function AttachmentList({ label, files }: { label?: string; files: AttachmentItem[] }) {
  if (files.length === 0) return null
  return (
    <ul className="attachments" aria-label={label}>
      {files.map((file) => (
        <li key={file.id}>
          {file.to ? (
            <Link className="file" to={file.to}>
              <FileWords {...file} />
            </Link>
          ) : (
            <span className="file">
              <FileWords {...file} />
            </span>
          )}
          {file.view ? <ViewLink {...file.view} /> : null}
        </li>
      ))}
    </ul>
  )
}

function ViewLink({ to, label, thumbnail }: NonNullable<AttachmentItem['view']>) {
  return (
    <>
      {' '}
      <Link className="view" to={to}>
        {thumbnail ? <img className="thumbnail" src={thumbnail} alt="" loading="lazy" /> : null}
        {label}
      </Link>
    </>
  )
}

function FileWords({ name, size }: AttachmentItem) {
  return (
    <>
      <Icon name="clip" />
      <bdi>{name}</bdi> <span className="size">{size}</span>
    </>
  )
}
