import { deskHelpPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Empty } from '~/ui/empty'
import { Section } from '~/ui/section'
import type { Category, DocumentSummary, FinishedDocument } from './article'
import { ArticleFacts } from './article-facts'
import { DocumentRows } from './document-rows'
import { FinishedHtml } from './html'
import { RelatedList } from './related-list'

export type DeskHelp = {
  category: Pick<Category, 'slug' | 'title'>
  documents: Pick<DocumentSummary, 'path' | 'title' | 'description'>[]
}[]

/** What writers have written for staff, by subject. */
export function DeskHelpList({ help }: { help: DeskHelp }) {
  return (
    <>
      <div className="page-title">
        <h1>Guide</h1>
        <p className="lead">How the work at the desk is done. Customers cannot read it.</p>
      </div>
      {help.length === 0 ? (
        <Empty title="Nothing is written for staff yet">
          <p>
            A document whose head says <code>audience: staff</code> appears here.
          </p>
        </Empty>
      ) : null}
      {help.map(({ category, documents }) => (
        <Section key={category.slug} id={category.slug} title={category.title}>
          <DocumentRows documents={documents} />
        </Section>
      ))}
    </>
  )
}

type Props = {
  document: Pick<FinishedDocument, 'title' | 'description' | 'html'> &
    Pick<DocumentSummary, 'updated' | 'minutes' | 'source'>
  related: Pick<DocumentSummary, 'path' | 'title'>[]
  editUrl: string
}

/** One document for staff. */
export function DeskHelpPage({ document, related, editUrl }: Props) {
  return (
    <>
      <Breadcrumbs trail={[{ to: deskHelpPath, label: 'Guide' }]} />
      <div className="page-title page-title--text">
        <h1>{document.title}</h1>
        <p className="lead">{document.description}</p>
      </div>
      <div className="with-margin">
        <div className="margin">
          <ArticleFacts document={document} editUrl={editUrl} />
        </div>
        <div>
          <article>
            <FinishedHtml className="prose" html={document.html} />
          </article>
          <RelatedList related={related} />
        </div>
      </div>
    </>
  )
}
