import { Link } from '~/ui/link'
import type { ListedTutorial } from './content-index'

/** Tutorials to choose from, each with how long it takes. */
export function TutorialCards({
  tutorials,
  level: Heading,
}: {
  tutorials: ListedTutorial[]
  level: 'h2' | 'h3'
}) {
  return (
    <ul className="cards">
      {tutorials.map(({ path, title, description, minutes, steps }) => (
        <li className="card" key={path}>
          <Heading>
            <Link to={path}>{title}</Link>
          </Heading>
          <p>{description}</p>
          <p className="facts">
            <span>
              {steps.length} {steps.length === 1 ? 'step' : 'steps'}
            </span>{' '}
            <span>
              {minutes} {minutes === 1 ? 'minute' : 'minutes'}
            </span>{' '}
            <span>{steps.some((step) => step.hasVideo) ? 'Video with captions' : 'Text only'}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
