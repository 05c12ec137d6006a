const FENCE = /^\s*(?:```|~~~).*$/gm
const COMMENT = /<!--[^]{0,2000}?-->|\{\/\*[^]{0,2000}?\*\/\}/g
const MODULE_LINE = /^(?:import|export)\s.*(?:from\s+['"].*['"];?|[{}]\s*;?)$/gm
const TAG = /<\/?[a-z][^<>]{0,500}>/gi
const IMAGE_OR_LINK = /!?\[([^\][]{0,500})\]\([^()\s]{0,500}(?:\s+"[^"]{0,200}")?\)/g
const LINE_PREFIX = /^[ \t]{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)/gm
const STRONG_OR_CODE = /(\*\*|__|~~|`)(?=\S)([^*_~`\n]{1,500})\1/g
const EMPHASIS = /(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]{1,300})\1(?![\p{L}\p{N}])/gu
const HEADING_ID = /\s*\{[#.:][^{}\n]{0,100}\}/g
const ESCAPED = /\\([\\`*_{}[\]()#+\-.!$>|])/g

/** Markdown (or MDX) as the text that a reader sees. Paragraphs stay apart by an empty line. */
export function plainText(markdown: string): string {
  return markdown
    .replace(COMMENT, ' ')
    .replace(MODULE_LINE, '')
    .replace(FENCE, '')
    .replace(TAG, ' ')
    .replace(IMAGE_OR_LINK, '$1')
    .replace(LINE_PREFIX, '')
    .replace(HEADING_ID, '')
    .replace(STRONG_OR_CODE, '$2')
    .replace(EMPHASIS, '$2')
    .replace(ESCAPED, '$1')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
