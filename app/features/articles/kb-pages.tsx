import type { ReactNode } from 'react'
import { categoryPath, searchPath } from '~/http/paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { SearchBox } from '~/ui/search-box'
import { Section } from '~/ui/section'
import type { Category, DocumentSummary } from './article'
import { CategoryList } from './category-list'
import type { ListedCategory } from './content-index'
import { DocumentRows } from './document-rows'
import { helpTrail } from './help-trail'

/** All subjects. */
export function KbPage({ categories }: { categories: ListedCategory[] }) {
  return (
    <HelpFrame current="kb">
      <Breadcrumbs trail={helpTrail.top} />
      <div className="page-title">
        <h1>Articles</h1>
        <p className="lead">Everything the portal does, by subject.</p>
      </div>
      <div className="measure">
        <SearchBox action={searchPath} label="Search articles, quick answers and tutorials" />
      </div>
      <Section id="subjects" title="Browse by subject" variant="colonnade">
        <CategoryList categories={categories} />
      </Section>
    </HelpFrame>
  )
}

type CategoryProps = {
  category: Pick<Category, 'slug' | 'title' | 'description'>
  articles: Pick<DocumentSummary, 'path' | 'title' | 'description'>[]
  answers: Pick<DocumentSummary, 'path' | 'title'>[]
  query: string
  /** What was found in this subject, when something was searched. */
  found: ReactNode
}

/** One subject: its articles and quick answers, or what was found in it. */
export function CategoryPage({ category, articles, answers, query, found }: CategoryProps) {
  return (
    <HelpFrame current="kb">
      <Breadcrumbs trail={helpTrail.category} />
      <div className="page-title">
        <h1>{category.title}</h1>
        <p className="lead">{category.description}</p>
      </div>
      <div className="measure stack-l">
        <SearchBox
          action={categoryPath(category.slug)}
          label={`Search in ${category.title}`}
          query={query}
        />
        {found ?? (
          <>
            <DocumentSection id="articles" title="Articles" documents={articles} />
            {answers.length > 0 ? (
              <Section id="answers" title="Quick answers">
                <ul className="plain-links">
                  {answers.map(({ path, title }) => (
                    <li key={path}>
                      <a href={path}>{title}</a>
                    </li>
                  ))}
                </ul>
              </Section>
            ) : null}
          </>
        )}
      </div>
    </HelpFrame>
  )
}

function DocumentSection({
  id,
  title,
  documents,
}: {
  id: string
  title: string
  documents: CategoryProps['articles']
}) {
  if (documents.length === 0) return null
  return (
    <Section id={id} title={title}>
      <DocumentRows documents={documents} />
    </Section>
  )
}
