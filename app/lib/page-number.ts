/** Far more pages than anybody turns; above it the arithmetic of a list would overflow. */
const LAST = 9_999

/** The page of a list, as its address says; the first for everything that is no page. */
export function readPageNumber(params: URLSearchParams): number {
  const page = Number(params.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 && page <= LAST ? page : 1
}
