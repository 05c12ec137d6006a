import type { DocumentKind } from '~/features/articles/article'
import type { Finding } from './finding'

const describeIt = 'One or two sentences that say what a reader finds here.'
const answerFirst = 'Say the answer in the first sentence.'
const firstStep = 'The first thing.'

/** The text of a new document: a draft with every field in it. */
export function scaffold(kind: DocumentKind, slug: string): string {
  const title = `${slug.charAt(0).toUpperCase()}${slug.slice(1)}`.replaceAll('-', ' ')
  const description =
    kind === 'article' || kind === 'tutorial' ? `description: ${describeIt}\n` : ''
  const last = kind === 'step' ? 'minutes: 2\n' : 'order: 100\n'
  const steps = `\n## What to do\n\n<Steps>\n\n1. ${firstStep}\n2. The next.\n\n</Steps>\n`
  return `---
title: ${kind === 'faq' ? `${title}?` : title}
${description}keywords: []
# The words in which customers ask for it. They are searched.
questions: []
# Other words for the same, to measure the search. They are never searched.
asks: []
related: []
${last}draft: true
---

${answerFirst}
${kind === 'article' || kind === 'step' ? steps : ''}`
}

/** Words of the scaffold that were not replaced: no reader should meet them. */
export function scaffoldFindings(file: string, source: string): Finding[] {
  return source.split('\n').flatMap((text, index) => {
    const left = [describeIt, answerFirst, firstStep].find((words) => text.includes(words))
    if (!left) return []
    const sentence = `"${left}" comes from the form for new documents. Write your own words.`
    return [{ file, line: index + 1, sentence }]
  })
}
