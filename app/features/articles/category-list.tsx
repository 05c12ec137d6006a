import { categoryPath } from '~/http/paths'
import { Link } from '~/ui/link'
import type { ListedCategory } from './content-index'

/** The subjects, side by side under one line. */
export function CategoryList({ categories }: { categories: ListedCategory[] }) {
  return (
    <ul className="colonnade">
      {categories.map(({ slug, title, description, articles }) => (
        <li key={slug}>
          <h3>
            <Link to={categoryPath(slug)}>{title}</Link>
          </h3>
          <p>{description}</p>
          <p className="count">
            {articles} {articles === 1 ? 'article' : 'articles'}
          </p>
        </li>
      ))}
    </ul>
  )
}
