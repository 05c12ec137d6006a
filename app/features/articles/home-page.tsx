import { faqAnswerPath, faqPath, newTicketPath, searchPath, ticketsPath } from '~/http/paths'
import { ButtonLink } from '~/ui/button'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { SearchBox } from '~/ui/search-box'
import { Section } from '~/ui/section'
import { AnswerList, type Answer } from './answer-list'
import type { DocumentSummary } from './article'
import { CategoryList } from './category-list'
import type { ListedCategory, ListedTutorial } from './content-index'
import { TutorialCards } from './tutorial-cards'

type Props = {
  categories: ListedCategory[]
  articles: Pick<DocumentSummary, 'path' | 'title'>[]
  answers: Answer[]
  answerCount: number
  tutorials: ListedTutorial[]
}

/** The front door: search first, then subjects, then a person. */
export function HomePage({ categories, articles, answers, answerCount, tutorials }: Props) {
  return (
    <HelpFrame>
      <div className="home-top">
        <div>
          <h1>How can we help?</h1>
          <SearchBox
            action={searchPath}
            label="Search articles, quick answers and tutorials"
            large
          />
        </div>
        <Contact />
      </div>
      <Section id="subjects" title="Browse by subject" variant="colonnade">
        <CategoryList categories={categories} />
      </Section>
      <div className="split">
        <Section id="popular" title="Popular articles">
          <ol className="plain-links">
            {articles.map(({ path, title }) => (
              <li key={path}>
                <Link to={path}>{title}</Link>
              </li>
            ))}
          </ol>
        </Section>
        <Section id="quick" title="Quick answers">
          <AnswerList answers={answers} />
          <p className="small">
            <Link to={faqPath}>All {answerCount} quick answers</Link>
          </p>
        </Section>
      </div>
      <Section id="tutorials" title="Learn it step by step">
        <TutorialCards tutorials={tutorials} level="h3" />
      </Section>
    </HelpFrame>
  )
}

function Contact() {
  return (
    <section className="contact" aria-labelledby="contact">
      <h2 id="contact">Contact us</h2>
      <p>
        People answer in{' '}
        <Link to={faqAnswerPath('tickets', 'when-do-you-answer')}>office hours</Link>. At other
        times your ticket waits in line.
      </p>
      <p className="actions">
        <ButtonLink to={newTicketPath}>Open a ticket</ButtonLink>
        <Link to={ticketsPath}>Your tickets</Link>
      </p>
    </section>
  )
}
