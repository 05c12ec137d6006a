import type { Root } from 'hast'
import rehypeHighlight from 'rehype-highlight'
import type { Report } from './closed-format'

// One transformer for all documents: it keeps the grammars it has compiled, which otherwise cost
// more than everything else that happens to an article.
const highlight = rehypeHighlight({ plainText: ['text'] })

/** Rehype plugin: colours code with classes (a style attribute would break the page's policy). */
export function highlightCode(report: Report) {
  return (tree: Root, file: Parameters<typeof highlight>[1]) => {
    highlight(tree, file)
    for (const message of file.messages) {
      if (message.ruleId !== 'missing-language') continue
      const language = /`([^`]+)`/.exec(message.reason)?.[1] ?? 'this language'
      report(
        message.line ?? 1,
        `No colours are known for code in "${language}". Write \`\`\`text for code without colours.`,
      )
    }
    // They would come back as warnings of the bundler.
    file.messages.length = 0
  }
}
