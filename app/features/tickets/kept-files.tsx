import { fileSize } from '~/lib/file-size'
import { Button } from '~/ui/button'
import { Icon } from '~/ui/icon'
import type { Attachment } from './ticket'

/** Files that are on our side already; each can be taken back. Stands inside a form. */
export function KeptFiles({ files }: { files: Attachment[] }) {
  if (files.length === 0) return null
  return (
    <div className="kept" id="kept-files">
      <p className="label">Kept from before</p>
      <ul className="attachments">
        {files.map(({ id, name, size }) => (
          <li key={id}>
            <span className="file">
              <Icon name="clip" />
              <bdi>{name}</bdi> <span className="size">{fileSize(size)}</span>
            </span>{' '}
            <Button look="link" small name="remove" value={id}>
              Remove<span className="hidden-text"> {name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
