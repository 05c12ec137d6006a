import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHOSEN_KEYWORDS } from '~/features/search/engine/parameters'
import { loadIndex } from '~/features/search/engine/serialise-index'
import { search } from '~/features/search/engine/search'

/** Shares of the questions whose page came first and among the first three; `mrr` is the mean of 1 ÷ its place. */
type AsksBench = { asks: number; first: number; inThree: number; mrr: number }

/** How often the held-out questions of our own content (`asks:`) find their page; staff's are not indexed. */
export function benchAsks(contentDir: string): AsksBench {
  const read = (name: string) => readFileSync(join(contentDir, name), 'utf8')
  const index = loadIndex(read('search.json'), {
    synonyms: JSON.parse(read('synonyms.json')) as string[][],
    parameters: CHOSEN_KEYWORDS,
  })
  const indexed = new Set(index.documents.map(({ id }) => id))
  const held = JSON.parse(read('asks.json')) as { path: string; asks: string[] }[]
  const ranks = held
    .filter(({ path }) => indexed.has(path))
    .flatMap(({ path, asks }) =>
      asks.map((ask) => search(index, ask).results.findIndex(({ id }) => id === path) + 1),
    )
  const share = (places: number) =>
    ranks.filter((rank) => rank > 0 && rank <= places).length / ranks.length
  const mrr = ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length
  return { asks: ranks.length, first: share(1), inThree: share(3), mrr }
}
