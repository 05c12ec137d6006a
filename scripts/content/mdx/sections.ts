import type { Nodes, Root } from 'hast'
import type { Heading, Section } from '~/features/articles/article'
import { ruleOf } from '../components/component-rules'
import { isJsxHast, literalProps } from './jsx-props'

export type Outline = { headings: Heading[]; sections: Section[]; text: string }

/** Rehype plugin: hands over the headings and the plain text between them. */
export function outline(title: string, receive: (outline: Outline) => void) {
  return (tree: Root) => {
    const parts: Part[] = [{ heading: null, text: '' }]
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

type Part = { heading: Heading | null; text: string }

function collect(node: Nodes, parts: Part[]): void {
  const heading = headingOf(node)
  if (heading) {
    parts.push({ heading, text: '' })
    return
  }
  const part = parts.at(-1)
  if (part) part.text += ownText(node)
  if (!('children' in node)) return
  for (const child of node.children) collect(child, parts)
  const last = parts.at(-1)
  if (last && !isInline(node)) last.text += '\n'
}

function headingOf(node: Nodes): Heading | null {
  const depth = node.type === 'element' ? /^h([2-4])$/.exec(node.tagName)?.[1] : undefined
  if (node.type !== 'element' || !depth) return null
  return { id: String(node.properties.id), title: tidy(textOf(node)), depth: Number(depth) }
}

/** The words of a node itself: its text, what a picture shows, the props that readers see. */
function ownText(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element') {
    return node.tagName === 'img' ? `${String(node.properties.alt)} ` : ''
  }
  if (!isJsxHast(node)) return ''
  const props = literalProps(node) ?? {}
  const visible = ruleOf(node.name)?.visibleProps ?? []
  return visible.map((name) => (props[name] ? `${props[name]}\n` : '')).join('')
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
