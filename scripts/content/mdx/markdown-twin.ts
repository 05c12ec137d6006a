import type { BlockContent, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { ruleOf } from '../components/component-rules'
import { isJsx, type JsxElement, literalProps } from './jsx-props'

/** Remark plugin: hands over the document as plain Markdown, without components. */
export function markdownTwin(receive: (markdown: string) => void) {
  return (tree: Root) => {
    const plain: Root = { type: 'root', children: withoutJsx(tree.children) }
    receive(toMarkdown(plain, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' }))
  }
}

/** Copies what it changes: the next plugins get the tree as it was. */
function withoutJsx(nodes: RootContent[]): RootContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') return []
    if (!('children' in node)) return [node]
    const copy = { ...node, children: withoutJsx(node.children) } as RootContent
    return isJsx(copy) ? plainForm(copy) : [copy]
  })
}

function plainForm(element: JsxElement): RootContent[] {
  const props = literalProps(element) ?? {}
  const children = element.children as RootContent[]
  const prop = (name: string) => String(props[name] ?? '')
  if (ruleOf(element.name)?.place === 'inline') return children
  switch (element.name) {
    case 'Callout':
      return [{ type: 'blockquote', children: blocks(children, prop('title')) }]
    case 'Tab':
      return [{ type: 'heading', depth: 3, children: words(prop('label')) }, ...children]
    case 'Term':
      return blocks(children, prop('name'))
    case 'Figure': {
      const image: PhrasingContent = { type: 'image', url: prop('src'), alt: prop('alt') }
      const caption = prop('caption')
      const picture: Paragraph = { type: 'paragraph', children: [image] }
      return caption ? [picture, { type: 'paragraph', children: words(caption) }] : [picture]
    }
    case 'Video':
      return [bold(`Video: ${prop('title')}`), ...children]
    case 'Table':
      return [bold(prop('caption')), ...children]
    default:
      return children
  }
}

/** Children of a block component, each in a paragraph, after a line in bold when there is one. */
function blocks(children: RootContent[], label: string): BlockContent[] {
  const content = children.map((child): BlockContent =>
    isPhrasing(child) ? { type: 'paragraph', children: [child] } : (child as BlockContent),
  )
  return label ? [bold(label), ...content] : content
}

function isPhrasing(node: Nodes): node is PhrasingContent {
  return ['text', 'strong', 'emphasis', 'link', 'inlineCode', 'delete'].includes(node.type)
}

function bold(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: words(text) }] }
}

function words(value: string): [{ type: 'text'; value: string }] {
  return [{ type: 'text', value }]
}
