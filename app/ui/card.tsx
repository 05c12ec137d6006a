import { Link } from './link'

type CardItem = { to: string; title: string; text: string; facts?: string[] }

/** Things to go to. Each has one link, whose area is the whole card. */
export function Cards({ items }: { items: CardItem[] }) {
  return (
    <ul className="cards">
      {items.map(({ to, title, text, facts = [] }) => (
        <li className="card" key={to}>
          <h3>
            <Link to={to}>{title}</Link>
          </h3>
          <p>{text}</p>
          {facts.length > 0 ? (
            <p className="facts">
              {facts.map((fact) => (
                <span key={fact}>{fact} </span>
              ))}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
