import type { Element, ElementContent, Properties, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { isJsxHast, literalProps } from './jsx-props'

/**
 * Rehype plugin: tables get a caption, headers with a scope, explicit roles (cards on a narrow
 * screen change `display`, which would take the roles away) and a region that the keyboard can
 * scroll; code gets a name and can be scrolled too.
 */
export function readableBlocks() {
  return (tree: Root) => {
    let headingId: string | null = null
    visit(tree, (node, index, parent) => {
      if (node.type !== 'element') return
      if (/^h[2-4]$/.test(node.tagName)) headingId = String(node.properties.id)
      if (node.tagName === 'pre') nameCode(node)
      if (node.tagName !== 'table' || !parent || index === undefined) return
      const caption = isJsxHast(parent) ? String(literalProps(parent)?.caption ?? '') : ''
      parent.children[index] = scrollable(readableTable(node, caption), caption, headingId)
      return SKIP
    })
  }
}

function nameCode(pre: Element): void {
  const code = pre.children.find((child) => child.type === 'element')
  const classes = code?.properties.className
  const language = Array.isArray(classes) ? String(classes[0]).replace('language-', '') : ''
  const ariaLabel = commandLanguages.has(language) ? 'Command' : 'Code'
  Object.assign(pre.properties, { tabIndex: 0, role: 'group', ariaLabel })
}

const commandLanguages = new Set(['sh', 'bash', 'shell'])

function scrollable(table: Element, caption: string, headingId: string | null): Element {
  const region: Properties = { className: ['table-scroll'], role: 'region', tabIndex: 0 }
  if (caption || !headingId) region.ariaLabel = caption || 'Table'
  else region.ariaLabelledBy = [headingId]
  return element('div', region, [table])
}

function readableTable(table: Element, caption: string): Element {
  const [head, body] = ['thead', 'tbody'].map((name) =>
    table.children.find(
      (child): child is Element => child.type === 'element' && child.tagName === name,
    ),
  )
  const labels = rowsOf(head).flatMap(cellsOf).map(toString)
  return element('table', { className: ['table', 'table--cards'], role: 'table' }, [
    ...(caption ? [element('caption', {}, [{ type: 'text', value: caption }])] : []),
    element(
      'thead',
      { role: 'rowgroup' },
      rowsOf(head).map((row) => rowOf(row, [])),
    ),
    element(
      'tbody',
      { role: 'rowgroup' },
      rowsOf(body).map((row) => rowOf(row, labels)),
    ),
  ])
}

/** A row of the body (with labels) starts with its header; a row of the head is all headers. */
function rowOf(row: Element, labels: string[]): Element {
  const inHead = labels.length === 0
  const cells = cellsOf(row).map((cell, at) => {
    const numeric = cell.properties.align === 'right' ? { className: ['numeric'] } : {}
    if (inHead)
      return element('th', { scope: 'col', role: 'columnheader', ...numeric }, cell.children)
    if (at === 0)
      return element('th', { scope: 'row', role: 'rowheader', ...numeric }, cell.children)
    return element('td', { role: 'cell', dataLabel: labels[at] ?? '', ...numeric }, cell.children)
  })
  return element('tr', { role: 'row' }, cells)
}

function rowsOf(part: Element | undefined): Element[] {
  return cellsOf(part)
}

function cellsOf(row: Element | undefined): Element[] {
  return (row?.children ?? []).filter((child): child is Element => child.type === 'element')
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}
