import { Link } from '~/ui/link'
import type { FinishedDocument } from './article'
import { FinishedHtml } from './html'

export type Answer = Pick<FinishedDocument, 'path' | 'slug' | 'title' | 'html'>

/** Questions that open to their answers; each answer also has a page of its own. */
export function AnswerList({ answers, open = false }: { answers: Answer[]; open?: boolean }) {
  return (
    <div className="faq">
      {answers.map(({ path, slug, title, html }) => (
        <details key={path} id={slug} open={open}>
          <summary>{title}</summary>
          <div className="answer">
            <FinishedHtml className="stack" html={html} />
            <p className="small">
              <Link to={path}>
                This answer on its own page<span className="hidden-text">: {title}</span>
              </Link>
            </p>
          </div>
        </details>
      ))}
    </div>
  )
}
