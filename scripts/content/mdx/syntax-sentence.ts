type BuildMessage = { text: string; location: { line: number } | null; detail?: unknown }

/** The line and the message that the MDX parser stopped with, in words for somebody who writes text. */
export function syntaxFinding({ text, detail, location }: BuildMessage): {
  line: number
  sentence: string
} {
  const reason = reasonOf(detail) ?? text
  // What was never closed is only missed at the end; the message names the place of its opening.
  const opening = /\((\d+):\d+-\d+:\d+\)/.exec(reason)?.[1]
  return { line: Number(opening ?? 0) || location?.line || 1, sentence: sentenceFor(reason) }
}

function sentenceFor(reason: string): string {
  if (/acorn/i.test(reason) || /expression/i.test(reason)) {
    return 'Braces mean program code in this format. Write \\{ for a brace, or put the words in backticks.'
  }
  if (/`!` \(U\+0021\) before name/.test(reason)) {
    return 'HTML comments are not part of the format. Write {/* … */} for a note that readers never see.'
  }
  const closing = /Expected a closing tag for `<([^>]*)>`/.exec(reason)?.[1]
  if (closing !== undefined)
    return `<${closing}> is opened here and never closed. Add </${closing}>.`
  if (/Unexpected closing (?:tag|slash)/.test(reason)) {
    return 'A tag is closed here that was not opened. Check the tags before it.'
  }
  if (/before name|in name|after name|in closing tag|in attribute|before attribute/.test(reason)) {
    return 'The sign < starts a component in this format. Write &lt; for the sign itself, or put the words in backticks.'
  }
  return `The text cannot be read: ${reason.replace(/\s+/g, ' ').replace(/\.?$/, '.')}`
}

/** mdx-bundler gives the error of the parser as the cause of its own. */
function reasonOf(detail: unknown): string | null {
  if (!detail || typeof detail !== 'object') return null
  const cause: unknown = Reflect.get(detail, 'cause')
  const source = cause && typeof cause === 'object' ? cause : detail
  const reason: unknown = Reflect.get(source, 'reason') ?? Reflect.get(source, 'message')
  return typeof reason === 'string' ? reason : null
}
