import type { FoundList } from './search.server'

/** How much was found, as a status; and for which words, when some were read as others. */
export function FoundNumber({
  query,
  found,
}: {
  query: string
  found: Pick<FoundList, 'total' | 'corrected'>
}) {
  const { total, corrected } = found
  const number =
    total === 0 ? 'Nothing was found' : `${total} ${total === 1 ? 'result' : 'results'}`
  return (
    <p role="status">
      {number} for “<bdi>{query}</bdi>”.
      {corrected.map(({ from, to }) => (
        <span key={from}>
          {' '}
          “<bdi>{from}</bdi>” was read as <strong>{to}</strong>.
        </span>
      ))}
    </p>
  )
}
