/** Something a writer has to put right. */
export type Finding = {
  /** The file, from the folder of the repository: `content/articles/tickets/add-files.mdx`. */
  file: string
  /** The line in that file, from 1. */
  line: number
  /** What is wrong and what to do, as a sentence. */
  sentence: string
}

/** `file:line: sentence`, which editors turn into a link to the place. */
export function formatFinding({ file, line, sentence }: Finding): string {
  return `${file}:${line}: ${sentence}`
}

/** The same as GitHub Actions takes it, which then shows the sentence beside its line in the pull request. */
export function formatAnnotation({ file, line, sentence }: Finding): string {
  const escaped = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  const place = escaped(file).replaceAll(':', '%3A').replaceAll(',', '%2C')
  return `::error file=${place},line=${line}::${escaped(sentence)}`
}

export function sortFindings(findings: Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      a.file.localeCompare(b.file) || a.line - b.line || a.sentence.localeCompare(b.sentence),
  )
}

/** Thrown by a build that has found something: nothing of the finished content was changed. */
export class ContentError extends Error {
  override readonly name = 'ContentError'

  constructor(readonly findings: Finding[]) {
    super(findings.map(formatFinding).join('\n'))
  }
}
