import type { Finding } from './finding'
import { liveEntries, type Site } from './site'

/** An ask that is searched somewhere measures nothing; a question in two places finds the wrong one. */
export function questionFindings(site: Site): Finding[] {
  const entries = liveEntries(site)
  const simple = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  const searched = new Map<string, string>()
  const asked = new Map<string, string>()
  const findings: Finding[] = []
  for (const { place, document } of entries) {
    searched.set(simple(document.frontmatter.title), place.file)
    document.frontmatter.questions.forEach((question, item) => {
      const other = searched.get(simple(question))
      if (other) {
        const sentence = `${other} has the words "${question}" too. Let one document answer them.`
        findings.push({ file: place.file, line: document.lines.questions[item] ?? 1, sentence })
      }
      searched.set(simple(question), place.file)
    })
  }
  for (const { place, document } of entries) {
    document.frontmatter.asks.forEach((ask, item) => {
      const at = { file: place.file, line: document.lines.asks[item] ?? 1 }
      const other = searched.get(simple(ask))
      const twin = asked.get(simple(ask))
      if (other)
        findings.push({
          ...at,
          sentence: `${other} has the words "${ask}", so they measure nothing. Ask in other words.`,
        })
      if (twin) findings.push({ ...at, sentence: `${twin} asks "${ask}" too. Ask in other words.` })
      asked.set(simple(ask), place.file)
    })
  }
  return findings
}
