import { Link } from '~/ui/link'
import { MarkedText } from './marked-text'
import type { Found } from './search.server'

const KIND: Record<string, string> = {
  article: 'Article',
  faq: 'Quick answer',
  tutorial: 'Tutorial',
  step: 'Step of a tutorial',
}

/** What was found, best first, each with the passage that fits. */
export function ResultList({ results, start = 1 }: { results: Found[]; start?: number }) {
  return (
    <ol className="rows" start={start}>
      {results.map(({ path, kind, title, snippet, anchor }) => (
        <li key={path}>
          <p className="kind">{KIND[kind] ?? kind}</p>
          <h2>
            <Link to={anchor ? `${path}#${anchor}` : path}>{title}</Link>
          </h2>
          <p>
            <MarkedText {...snippet} />
          </p>
        </li>
      ))}
    </ol>
  )
}
