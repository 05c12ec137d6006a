import { faqPath, kbPath, newTicketPath, searchPath, tutorialsPath } from '~/http/paths'
import { ButtonLink } from '~/ui/button'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { Tabs } from '~/ui/menu'
import { Pagination } from '~/ui/pagination'
import { SearchBox } from '~/ui/search-box'
import { Section } from '~/ui/section'
import { FoundNumber } from './found-number'
import { ResultList } from './result-list'
import type { ResultType, SearchQuery } from './search-query'
import type { FoundList } from './search.server'

const TYPES: { type?: ResultType; label: string }[] = [
  { label: 'Everything' },
  { type: 'article', label: 'Articles' },
  { type: 'faq', label: 'Quick answers' },
  { type: 'tutorial', label: 'Tutorials' },
]

function searchUrl({ query, type, page }: Partial<SearchQuery>): string {
  const params = new URLSearchParams({ q: query ?? '' })
  if (type) params.set('type', type)
  if (page && page > 1) params.set('page', String(page))
  return `${searchPath}?${params.toString()}`
}

type Props = SearchQuery & { found: FoundList | null; pageSize: number }

/** One list of all that fits; without a question, where to begin. */
export function SearchPage({ query, type, found, pageSize }: Props) {
  return (
    <HelpFrame>
      <h1 className={found ? 'hidden-text' : 'page-title'}>
        {found ? 'Search results' : 'Search help'}
      </h1>
      <div className="measure stack">
        <SearchBox action={searchPath} label="Search help" query={query} />
        {found ? <FoundNumber query={query} found={found} /> : null}
      </div>
      {found ? (
        <div className="results">
          <div>
            <Tabs
              name="Kind of result"
              items={TYPES.map((kind) => ({
                to: searchUrl({ query, type: kind.type }),
                label: kind.label,
              }))}
              current={searchUrl({ query, type })}
            />
            {found.results.length > 0 ? (
              <ResultList results={found.results} start={(found.page - 1) * pageSize + 1} />
            ) : (
              <NothingFound />
            )}
            <Pagination
              name="Pages of results"
              page={found.page}
              pageSize={pageSize}
              total={found.total}
              linkTo={(number) => searchUrl({ query, type, page: number })}
            />
          </div>
          <NotHere query={query} />
        </div>
      ) : (
        <WhereToBegin />
      )}
    </HelpFrame>
  )
}

function NothingFound() {
  return (
    <div className="prose">
      <p>Nothing fits these words. What often helps:</p>
      <ul>
        <li>fewer words, and those that would stand in the answer</li>
        <li>the name of the page or button that it is about</li>
        <li>another kind of result, above</li>
      </ul>
      <WhereToBegin />
    </div>
  )
}

function WhereToBegin() {
  return (
    <p>
      Look through <Link to={kbPath}>all articles</Link>,{' '}
      <Link to={faqPath}>the quick answers</Link> or <Link to={tutorialsPath}>the tutorials</Link>.
    </p>
  )
}

function NotHere({ query }: { query: string }) {
  return (
    <Section id="not-here" title="Not what you were looking for?" variant="flat">
      <p>Tell us in your own words. Your search goes along, so you need not type it twice.</p>
      <p className="actions actions--apart">
        <ButtonLink to={`${newTicketPath}?subject=${encodeURIComponent(query)}`}>
          Open a ticket
        </ButtonLink>
      </p>
    </Section>
  )
}
