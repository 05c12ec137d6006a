import type {
  MdxJsxAttribute,
  MdxJsxFlowElementHast,
  MdxJsxTextElementHast,
} from 'mdast-util-mdx-jsx'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'

export type JsxElement = MdxJsxFlowElement | MdxJsxTextElement
export type JsxElementHast = MdxJsxFlowElementHast | MdxJsxTextElementHast

type Literal = string | number | boolean

/** The props of a component as plain values; null when one of them is more than a literal. */
export function literalProps(element: JsxElement | JsxElementHast): Record<string, Literal> | null {
  const props: Record<string, Literal> = {}
  for (const attribute of element.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') return null
    const value = literalValue(attribute)
    if (value === null) return null
    props[attribute.name] = value
  }
  return props
}

function literalValue({ value }: MdxJsxAttribute): Literal | null {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value
  const statement = value.data?.estree?.body[0]
  if (statement?.type !== 'ExpressionStatement') return null
  if (statement.expression.type !== 'Literal') return null
  const literal = statement.expression.value
  return ['string', 'number', 'boolean'].includes(typeof literal) ? (literal as Literal) : null
}

/** Sets a prop, in place of what the writer gave. */
export function setProp(element: JsxElementHast, name: string, value: string): void {
  element.attributes = [
    ...element.attributes.filter(
      (other) => other.type !== 'mdxJsxAttribute' || other.name !== name,
    ),
    { type: 'mdxJsxAttribute', name, value },
  ]
}

export function isJsx(node: { type: string }): node is JsxElement {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
}

export function isJsxHast(node: { type: string }): node is JsxElementHast {
  return isJsx(node)
}
