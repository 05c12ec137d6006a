import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isJsxHast, literalProps, setProp } from './jsx-props'

/** Rehype plugin, before the headings get their ids: gives each tab a heading one level deeper. */
export function tabHeadings() {
  return (tree: Root) => {
    let depth = 1
    visit(tree, (node) => {
      if (node.type === 'element') {
        const level = /^h([1-6])$/.exec(node.tagName)?.[1]
        if (level && !('dataTab' in node.properties)) depth = Number(level)
      } else if (isJsxHast(node) && node.name === 'Tab') {
        const value = String(literalProps(node)?.label ?? '')
        node.children.unshift({
          type: 'element',
          tagName: `h${Math.min(depth + 1, 6)}`,
          properties: { dataTab: '' },
          children: [{ type: 'text', value }],
        })
      }
    })
  }
}

/** Rehype plugin, after the headings got their ids: tells each tab the id of its heading. */
export function tabIds() {
  return (tree: Root) => {
    visit(tree, (node) => {
      if (!isJsxHast(node) || node.name !== 'Tab') return
      const [heading] = node.children
      if (heading?.type !== 'element') return
      delete heading.properties.dataTab
      setProp(node, 'id', String(heading.properties.id))
    })
  }
}
