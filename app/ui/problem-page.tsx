import { homePath, searchPath, ticketsPath } from '~/http/paths'
import { HelpFrame } from './help-frame'
import { Link } from './link'

type Props = { title: string; paragraphs: string[] }

/** The page of an error: what happened, and what to do. No script, and no word of the request. */
export function ProblemPage({ title, paragraphs }: Props) {
  return (
    <HelpFrame>
      <h1 className="page-title">{title}</h1>
      <div className="prose">
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <ul>
          <li>
            <Link to={searchPath}>Search help</Link>
          </li>
          <li>
            <Link to={ticketsPath}>Go to your tickets</Link>
          </li>
          <li>
            <Link to={homePath}>Go to the help centre</Link>
          </li>
        </ul>
      </div>
    </HelpFrame>
  )
}
