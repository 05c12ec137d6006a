import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Section } from '~/ui/section'
import type { DocumentSummary, FinishedDocument } from './article'
import { ArticleFacts } from './article-facts'
import type { ListedTutorial } from './content-index'
import { helpTrail } from './help-trail'
import { FinishedHtml } from './html'
import { TutorialCards } from './tutorial-cards'

/** All tutorials. */
export function TutorialsPage({ tutorials }: { tutorials: ListedTutorial[] }) {
  return (
    <HelpFrame current="tutorials">
      <Breadcrumbs trail={helpTrail.top} />
      <div className="page-title">
        <h1>Tutorials</h1>
        <p className="lead">Learn it step by step, with your own hands.</p>
      </div>
      <TutorialCards tutorials={tutorials} level="h2" />
    </HelpFrame>
  )
}

type Step = Pick<DocumentSummary, 'path' | 'title' | 'minutes'>

type TutorialProps = {
  tutorial: Pick<
    FinishedDocument,
    'title' | 'description' | 'html' | 'updated' | 'minutes' | 'source'
  >
  steps: Step[]
  editUrl: string
}

/** A tutorial before its first step: what it is good for, and its steps. */
export function TutorialPage({ tutorial, steps, editUrl }: TutorialProps) {
  return (
    <HelpFrame current="tutorials">
      <Breadcrumbs trail={helpTrail.tutorial} />
      <div className="page-title page-title--text">
        <h1>{tutorial.title}</h1>
        <p className="lead">{tutorial.description}</p>
      </div>
      <div className="with-margin">
        <div className="margin">
          <ArticleFacts document={tutorial} editUrl={editUrl} />
        </div>
        <div>
          <article>
            <FinishedHtml className="prose" html={tutorial.html} />
          </article>
          <Section id="steps" title="Steps">
            <StepList steps={steps} />
          </Section>
        </div>
      </div>
    </HelpFrame>
  )
}

function StepList({ steps, current }: { steps: Step[]; current?: string }) {
  return (
    <ol className="step-list">
      {steps.map(({ path, title, minutes }) => (
        <li key={path}>
          <Link to={path} aria-current={path === current ? 'page' : undefined}>
            <span>
              {title} <small>{path === current ? 'You are here' : `${minutes} min`}</small>
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}

type StepProps = {
  tutorial: Pick<DocumentSummary, 'path' | 'title'>
  step: Pick<FinishedDocument, 'path' | 'title' | 'html' | 'minutes' | 'updated' | 'source'>
  steps: Step[]
  editUrl: string
}

/** One step, with the others beside it and the way on below. */
export function TutorialStepPage({ tutorial, step, steps, editUrl }: StepProps) {
  const place = steps.findIndex(({ path }) => path === step.path)
  const trail = [...helpTrail.tutorial, { to: tutorial.path, label: tutorial.title }]
  return (
    <HelpFrame current="tutorials">
      <Breadcrumbs trail={trail} />
      <div className="with-margin">
        <nav className="margin" aria-label="Steps of this tutorial">
          <p className="margin-title">{tutorial.title}</p>
          <StepList steps={steps} current={step.path} />
        </nav>
        <div>
          <article>
            <p className="overline">
              Step {place + 1} of {steps.length}, about {step.minutes}{' '}
              {step.minutes === 1 ? 'minute' : 'minutes'}
            </p>
            <h1 className="page-title">{step.title}</h1>
            <FinishedHtml className="prose" html={step.html} />
          </article>
          <NextStep before={steps[place - 1]} after={steps[place + 1]} />
          <ArticleFacts document={step} editUrl={editUrl} />
        </div>
      </div>
    </HelpFrame>
  )
}

function NextStep({ before, after }: { before?: Step; after?: Step }) {
  return (
    <nav className="next-step" aria-label="Previous and next step">
      <p>
        {before ? (
          <>
            <span>Previous step</span>{' '}
            <Link to={before.path} rel="prev">
              {before.title}
            </Link>
          </>
        ) : null}
      </p>
      <p>
        {after ? (
          <>
            <span>Next step</span>{' '}
            <Link to={after.path} rel="next">
              {after.title}
            </Link>
          </>
        ) : null}
      </p>
    </nav>
  )
}
