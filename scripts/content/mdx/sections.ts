import type { Nodes, Root } from 'hast'
import type { Heading, Section } from '~/features/articles/article'
import { ruleOf } from '../components/component-rules'
import { isJsxHast, literalProps } from './jsx-props'

export type Outline = { headings: Heading[]; sections: Section[]; text: string }

/** Rehype plugin: hands over the headings and the plain text between them. */
export function outline(title: string, receive: (outline: Outline) => void) {
  return (tree: Root) => {
    const parts: { heading: Heading | null; text: string }[] = [{ heading: null, text: '' }]
    collect(tree, parts)
    const sections = parts.map(({ heading, text }) => ({
      id: heading?.id ?? '',
      title: heading?.title ?? title,
      text: tidy(text),
    }))
    receive({
      headings: parts.flatMap(({ heading }) => (heading ? [heading] : [])),
      sections: sections.filter((section) => section.id !== '' || section.text !== ''),
      text: sections
        .map((part) => (part.id ? `${part.title}\n${part.text}` : part.text))
        .join('\n')
        .trim(),
    })
  }
}

const inlineTags = new Set(['a', 'strong', 'em', 'del', 'code', 'span', 'kbd'])

function collect(node: Nodes, parts: { heading: Heading | null; text: string }[]): void {
  const add = (text: string) => {
    const last = parts.at(-1)
    if (last) last.text += text
  }
  if (node.type === 'text') return add(node.value)
  if (node.type === 'element') {
    const depth = /^h([2-4])$/.exec(node.tagName)?.[1]
    if (depth) {
      const title = tidy(textOf(node))
      parts.push({
        heading: { id: String(node.properties.id), title, depth: Number(depth) },
        text: '',
      })
      return
    }
    if (node.tagName === 'img') add(`${String(node.properties.alt)} `)
  }
  if (isJsxHast(node)) {
    const props = literalProps(node) ?? {}
    for (const name of ruleOf(node.name)?.visibleProps ?? []) {
      if (props[name]) add(`${props[name]}\n`)
    }
  }
  if ('children' in node) {
    for (const child of node.children) collect(child, parts)
    if (!isInline(node)) add('\n')
  }
}

function isInline(node: Nodes): boolean {
  if (node.type === 'element') return inlineTags.has(node.tagName)
  return isJsxHast(node) && ruleOf(node.name)?.place === 'inline'
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** One line per block, one space between words. */
function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}
