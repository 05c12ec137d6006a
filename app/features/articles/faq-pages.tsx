import type { ReactNode } from 'react'
import { faqCategoryPath, faqPath, kbPath, newTicketPath } from '~/http/paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Views } from '~/ui/menu'
import { SearchBox } from '~/ui/search-box'
import { Section } from '~/ui/section'
import { AnswerList, type Answer } from './answer-list'
import type { DocumentSummary, FinishedDocument } from './article'
import { ArticleFacts } from './article-facts'
import type { ListedCategory } from './content-index'
import { helpTrail } from './help-trail'
import { FinishedHtml } from './html'
import { RelatedList } from './related-list'

type Group = { slug: string; title: string; answers: Answer[] }

type Props = {
  categories: ListedCategory[]
  /** The subject that is shown alone, or null for all. */
  current: string | null
  groups: Group[]
  query: string
  found: ReactNode
}

/** Quick answers, by subject. */
export function FaqPage({ categories, current, groups, query, found }: Props) {
  return (
    <HelpFrame current="faq">
      <Breadcrumbs trail={current ? helpTrail.faq : helpTrail.top} />
      <div className="page-title">
        <h1>{current ? `Quick answers: ${groups[0]?.title ?? ''}` : 'Quick answers'}</h1>
        <p className="lead">
          One question, one short answer. Longer matters have <Link to={kbPath}>an article</Link>.
        </p>
      </div>
      <div className="with-margin">
        <Subjects categories={categories} current={current} />
        <div className="stack-l">
          <SearchBox action={faqPath} label="Search the quick answers" query={query} />
          {found ??
            groups.map(({ slug, title, answers }) => (
              <section key={slug} aria-labelledby={`subject-${slug}`}>
                <h2 id={`subject-${slug}`}>{title}</h2>
                <AnswerList answers={answers} />
              </section>
            ))}
          <NotAnswered />
        </div>
      </div>
    </HelpFrame>
  )
}

function Subjects({ categories, current }: Pick<Props, 'categories' | 'current'>) {
  const answered = categories.filter(({ answers }) => answers > 0)
  return (
    <div className="margin">
      <Views
        name="Subjects"
        items={answered.map(({ slug, title, answers }) => ({
          to: faqCategoryPath(slug),
          label: title,
          count: answers,
        }))}
        current={current === null ? undefined : faqCategoryPath(current)}
      />
    </div>
  )
}

function NotAnswered() {
  return (
    <Section id="not-answered" title="Not answered here?">
      <p>
        <Link to={newTicketPath}>Open a ticket</Link>, and a person replies.
      </p>
    </Section>
  )
}

type AnswerProps = {
  answer: Pick<FinishedDocument, 'title' | 'html' | 'updated' | 'minutes' | 'source'>
  category: { slug: string; title: string }
  related: Pick<DocumentSummary, 'path' | 'title'>[]
  editUrl: string
}

/** One quick answer on a page of its own, to link to. */
export function AnswerPage({ answer, category, related, editUrl }: AnswerProps) {
  const trail = [...helpTrail.faq, { to: faqCategoryPath(category.slug), label: category.title }]
  return (
    <HelpFrame current="faq">
      <Breadcrumbs trail={trail} />
      <h1 className="page-title page-title--text">{answer.title}</h1>
      <div className="with-margin">
        <div className="margin">
          <ArticleFacts document={answer} editUrl={editUrl} />
        </div>
        <div>
          <article>
            <FinishedHtml className="prose" html={answer.html} />
          </article>
          <RelatedList related={related} />
        </div>
      </div>
    </HelpFrame>
  )
}
