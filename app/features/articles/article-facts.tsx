import { formatDay } from '~/ui/format-time'
import type { DocumentSummary } from './article'

type Props = { document: Pick<DocumentSummary, 'updated' | 'minutes' | 'source'>; editUrl: string }

/** How fresh a page is, how long it takes, and where a mistake in it can be mended. */
export function ArticleFacts({ document: { updated, minutes, source }, editUrl }: Props) {
  return (
    <p className="article-facts">
      Last updated <time dateTime={updated}>{formatDay(updated, 'UTC')}</time>
      <br />
      {minutes} {minutes === 1 ? 'minute' : 'minutes'} to read
      <br />
      <a href={`${editUrl}/${source}`} rel="noopener">
        Edit this page
      </a>
    </p>
  )
}
