import { Link } from '~/ui/link'
import type { DocumentSummary } from './article'

/** Documents with what they are about, to choose from. */
export function DocumentRows({
  documents,
}: {
  documents: Pick<DocumentSummary, 'path' | 'title' | 'description'>[]
}) {
  return (
    <ul className="rows">
      {documents.map(({ path, title, description }) => (
        <li key={path}>
          <h3>
            <Link to={path}>{title}</Link>
          </h3>
          <p>{description}</p>
        </li>
      ))}
    </ul>
  )
}
