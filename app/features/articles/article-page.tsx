import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import type { Category, DocumentSummary, FinishedDocument, Heading } from './article'
import { ArticleFacts } from './article-facts'
import { helpTrail } from './help-trail'
import { FinishedHtml } from './html'
import { RelatedList } from './related-list'

type Props = {
  article: Pick<
    FinishedDocument,
    'title' | 'description' | 'html' | 'headings' | 'updated' | 'minutes' | 'source'
  >
  category: Pick<Category, 'slug' | 'title'>
  related: Pick<DocumentSummary, 'path' | 'title'>[]
  editUrl: string
}

/** An article, with its contents beside it. */
export function ArticlePage({ article, category, related, editUrl }: Props) {
  return (
    <HelpFrame current="kb">
      <Breadcrumbs trail={helpTrail.article(category)} />
      <div className="page-title page-title--text">
        <h1>{article.title}</h1>
        <p className="lead">{article.description}</p>
      </div>
      <div className="with-margin">
        <div className="margin stack">
          <Contents headings={article.headings} />
          <ArticleFacts document={article} editUrl={editUrl} />
        </div>
        <div>
          <article>
            <FinishedHtml className="prose" html={article.html} />
          </article>
          <RelatedList related={related} />
        </div>
      </div>
    </HelpFrame>
  )
}

function Contents({ headings }: { headings: Heading[] }) {
  const sections = headings.filter(({ depth }) => depth === 2)
  if (sections.length < 2) return null
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">On this page</h2>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
