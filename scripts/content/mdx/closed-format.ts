import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { componentNames, ruleOf } from '../components/component-rules'
import { componentFindings } from './component-findings'
import { isJsx } from './jsx-props'

/** Reports a line and a sentence; the caller knows the file. */
export type Report = (line: number, sentence: string) => void

/**
 * Remark plugin: keeps the format closed. MDX is a programming language; an article is not a
 * program. So imports, exports, expressions, HTML tags and components that are not on our list end
 * the compilation here, before anything is bundled or run.
 */
export function closedFormat(report: Report) {
  return (tree: Root) => {
    let refused = false
    const refuse: Report = (line, sentence) => {
      refused = true
      report(line, sentence)
    }
    visit(tree, (node, _index, parent) => {
      const line = node.position?.start.line ?? 1
      const sentence = refusal(node)
      if (sentence) refuse(line, sentence)
      if (isJsx(node)) {
        for (const finding of componentFindings(node, parent)) refuse(line, finding)
      }
      if (node.type === 'heading') headingFindings(node.depth, line, refuse)
    })
    headingOrder(tree, refuse)
    if (refused) throw new Error('The document is not in the closed format.')
  }
}

function refusal(node: Nodes): string | null {
  switch (node.type) {
    case 'mdxjsEsm':
      return 'An article cannot import or export. Start the line with another word, or put it in backticks.'
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node.value)
        ? null
        : `Braces mean program code in this format. Write \\{ for a brace, or put the words in backticks.`
    case 'footnoteDefinition':
    case 'footnoteReference':
      return 'There are no footnotes here. Say it in the sentence, or in a <Callout>.'
    case 'listItem':
      return typeof node.checked === 'boolean'
        ? 'There are no tick boxes here. Write a plain list.'
        : null
    default:
      return isJsx(node) ? unknownComponent(node.name) : null
  }
}

// A comment in braces is how MDX writes a note that readers never see.
function isComment(value: string): boolean {
  return /^\s*(\/\*[^*]*(\*(?!\/)[^*]*)*\*\/\s*)*$/.test(value)
}

function unknownComponent(name: string | null): string | null {
  if (ruleOf(name)) return null
  const known = componentNames.join(', ')
  return name && /^[a-z]/.test(name)
    ? `HTML tags such as <${name}> are not part of the format. Use Markdown or one of: ${known}.`
    : `There is no component <${name ?? ''}>. There are: ${known}.`
}

function headingFindings(depth: number, line: number, refuse: Report): void {
  if (depth === 1)
    refuse(line, 'The title is the only first-level heading. Start this one with "##".')
  if (depth > 4) refuse(line, 'Headings go down to "####". Make this one a paragraph or a list.')
}

/** A reader who jumps from heading to heading must not meet a gap. */
function headingOrder(tree: Root, refuse: Report): void {
  let before = 1
  visit(tree, 'heading', (heading) => {
    if (heading.depth > before + 1) {
      const line = heading.position?.start.line ?? 1
      refuse(line, `This heading skips a level. Start it with "${'#'.repeat(before + 1)}".`)
    }
    before = heading.depth
  })
}
