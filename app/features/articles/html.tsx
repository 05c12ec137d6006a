/**
 * Finished content. The build made it from Markdown of our own repository with a closed list of
 * components, without script and style: it is the only HTML that is put into a page as it is.
 */
export function FinishedHtml({ html, className }: { html: string; className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
