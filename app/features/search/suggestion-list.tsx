import { Link } from '~/ui/link'
import { QuickAnswer, QuickAnswers } from '~/ui/quick-answer'
import { MarkedText } from './marked-text'
import type { Found } from './search.server'

/** What may answer a text, best first and open: the passage that fits, and the way to all of it. */
export function SuggestionList({ suggestions }: { suggestions: Found[] }) {
  return (
    <QuickAnswers>
      {suggestions.map(({ path, kind, title, snippet, anchor }, index) => (
        <QuickAnswer key={path} question={title} open={index === 0}>
          <p>
            <MarkedText {...snippet} />
          </p>
          <p className="small">
            <Link to={anchor ? `${path}#${anchor}` : path}>
              {kind === 'faq' ? 'This answer on its own page' : 'Read the whole article'}
              <span className="hidden-text">: {title}</span>
            </Link>
          </p>
        </QuickAnswer>
      ))}
    </QuickAnswers>
  )
}
