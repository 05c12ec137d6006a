import { searchPath } from '~/http/paths'
import { Link } from '~/ui/link'
import { FoundNumber } from './found-number'
import { ResultList } from './result-list'
import type { FoundList } from './search.server'

/** What was found inside one subject, with a way out to everything. */
export function FoundInside({ query, found }: { query: string; found: FoundList }) {
  return (
    <div className="stack">
      <FoundNumber query={query} found={found} shown={found.results.length} />
      <ResultList results={found.results} />
      <p>
        <Link to={`${searchPath}?q=${encodeURIComponent(query)}`}>
          Search everything for “<bdi>{query}</bdi>”
        </Link>
      </p>
    </div>
  )
}
