import type { FoundList } from './search.server'

type Props = {
  query: string
  found: Pick<FoundList, 'total' | 'corrected'>
  /** How many stand below, where the others are on no further page. */
  shown?: number
}

/** How much was found, as a status; and for which words, when some were read as others. */
export function FoundNumber({ query, found, shown }: Props) {
  const { total, corrected } = found
  const number = numberInWords(total, shown ?? total)
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

function numberInWords(total: number, shown: number): string {
  if (total === 0) return 'Nothing was found'
  if (shown < total) return `${total} results, of which these ${shown} fit best,`
  return total === 1 ? '1 result' : `${total} results`
}
