import type { Parents, RootContent } from 'mdast'
import { ruleOf, type ComponentRule } from '../components/component-rules'
import { demoForms, type DemoFormName } from '../components/demo-forms'
import { sentenceFor } from '../issue-sentences'
import { isJsx, type JsxElement, literalProps } from './jsx-props'

/** What is wrong with one use of a component: its props, its place, what it holds. */
export function componentFindings(element: JsxElement, parent: Parents | undefined): string[] {
  const rule = ruleOf(element.name)
  if (!rule) return []
  const name = `<${element.name}>`
  return [
    ...propFindings(element, rule, name),
    ...placeFindings(element, rule, name, parent),
    ...contentFindings(element, rule, name),
  ]
}

function propFindings(element: JsxElement, rule: ComponentRule, name: string): string[] {
  const props = literalProps(element)
  if (!props) {
    return [
      `${name} takes plain values only, such as title="A word". Braces with code are not part of the format.`,
    ]
  }
  const parsed = rule.props.safeParse(props)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => {
    const sentence = sentenceFor(issue, props, rule.props.shape, name)
    return issue.code === 'unrecognized_keys' ? sentence : `${name}: ${sentence}`
  })
}

function placeFindings(
  element: JsxElement,
  rule: ComponentRule,
  name: string,
  parent: Parents | undefined,
): string[] {
  const parentName = parent && isJsx(parent) ? parent.name : null
  if (rule.within && parentName !== rule.within) return [`${name} stands only in <${rule.within}>.`]
  if (rule.place === 'block' && element.type === 'mdxJsxTextElement') {
    return [
      `${name} is a block. Put its tags on lines of their own, with an empty line before and after.`,
    ]
  }
  return []
}

function contentFindings(element: JsxElement, rule: ComponentRule, name: string): string[] {
  const children = element.children.filter(isVisible)
  switch (rule.holds) {
    case 'nothing':
      return children.length === 0 ? [] : [`${name} holds nothing. Write <${element.name} … />.`]
    case 'text':
    case 'blocks':
      return children.length > 0 ? [] : [emptySentence(name)]
    case 'table':
      return isOnly(children, 'table') ? [] : [`${name} holds one table and nothing else.`]
    case 'ordered-list':
      return orderedListFindings(element, children, name)
    case 'Tab':
    case 'Term':
      return isAll(children, rule.holds) ? [] : [`${name} holds <${rule.holds}> and nothing else.`]
  }
}

function emptySentence(name: string): string {
  return name === '<Video>'
    ? '<Video> has no transcript. Write between its tags what the video shows and says.'
    : `${name} is empty. Write its text between the tags.`
}

function orderedListFindings(element: JsxElement, children: RootContent[], name: string): string[] {
  const [list] = children
  if (!isOnly(children, 'list') || list?.type !== 'list' || !list.ordered) {
    return [`${name} holds one numbered list and nothing else.`]
  }
  if (element.name !== 'Demo') return []
  const form = literalProps(element)?.form
  if (typeof form !== 'string' || !Object.hasOwn(demoForms, form)) return []
  const parts = demoForms[form as DemoFormName].parts
  if (parts.length === list.children.length) return []
  const labels = parts.map((part) => part.label).join(', ')
  return [
    `<Demo form="${form}"> draws ${parts.length} numbers (${labels}), but its list explains ${list.children.length}.`,
  ]
}

function isOnly(children: RootContent[], type: RootContent['type']): boolean {
  return children.length === 1 && children[0]?.type === type
}

function isAll(children: RootContent[], name: string): boolean {
  return children.length > 0 && children.every((child) => isJsx(child) && child.name === name)
}

function isVisible(node: RootContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression'
}
