const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
}

/**
 * The text part of a mail of supabase/templates/: paragraphs, and each link as its words followed
 * by its address.
 */
export function textOfMail(html: string): string {
  const body = html.replace(/<head>[\s\S]*?<\/head>/, '').replace(/\s+/g, ' ')
  return body
    .replace(
      /<a href="([^"]*)" ?>(.*?)<\/a ?>/g,
      (_link, address, words) => `${words.trim()}:\n${address}`,
    )
    .replace(/ *<\/?p ?> */g, '\n\n')
    .replace(/<br ?\/?>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .replace(/\n *\n[\n ]*/g, '\n\n')
    .trim()
}
