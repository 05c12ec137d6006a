import { Link } from '~/ui/link'
import { Section } from '~/ui/section'
import type { DocumentSummary } from './article'

/** What to read next; nothing where nothing fits. */
export function RelatedList({ related }: { related: Pick<DocumentSummary, 'path' | 'title'>[] }) {
  if (related.length === 0) return null
  return (
    <Section id="related" title="Read next" variant="light">
      <ul className="plain-links">
        {related.map(({ path, title }) => (
          <li key={path}>
            <Link to={path}>{title}</Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
