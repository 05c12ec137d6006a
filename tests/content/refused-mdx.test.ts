import { expect, test } from 'vitest'
import { compileDocument } from '../../scripts/content/compile-document'
import { formatFinding } from '../../scripts/content/finding'
import { placeOf, type SourceFile } from '../../scripts/content/source-files'
import { document } from './content-world'

const place = placeOf('articles/tickets/a.mdx') as SourceFile

/** The body stands on line 6. */
async function findingsOf(body: string): Promise<string[]> {
  const { findings } = await compileDocument({
    place,
    source: document('A title', body),
    media: {},
  })
  return findings.map(formatFinding)
}

const code =
  'Braces mean program code in this format. Write \\{ for a brace, or put the words in backticks.'
const components =
  'Callout, Steps, Tabs, Tab, Figure, Video, Demo, Table, Definitions, Term, Kbd, Path, File.'

test.each([
  ['{process.env.HOME}', code],
  ['Text with {7 * 7} in it.', code],
  ['{{7*7}} and ${7*7}', code],
  [
    'import x from "./secrets.json"',
    'An article cannot import or export. Start the line with another word, or put it in backticks.',
  ],
  [
    'export const a = 1',
    'An article cannot import or export. Start the line with another word, or put it in backticks.',
  ],
  [
    '<script>alert(1)</script>',
    `HTML tags such as <script> are not part of the format. Use Markdown or one of: ${components}`,
  ],
  [
    '<a href="javascript:alert(1)" onClick="x">z</a>',
    `HTML tags such as <a> are not part of the format. Use Markdown or one of: ${components}`,
  ],
  [
    '<p style="color:red">red</p>',
    `HTML tags such as <p> are not part of the format. Use Markdown or one of: ${components}`,
  ],
  ['<Iframe />', `There is no component <Iframe>. There are: ${components}`],
  [
    '<constructor />',
    `HTML tags such as <constructor> are not part of the format. Use Markdown or one of: ${components}`,
  ],
  [
    '<!-- a comment -->',
    'HTML comments are not part of the format. Write {/* … */} for a note that readers never see.',
  ],
  [
    '<Callout {...process.env}>\n\nText\n\n</Callout>',
    '<Callout> takes plain values only, such as title="A word". Braces with code are not part of the format.',
  ],
  [
    '<Callout title={process.env.HOME}>\n\nText\n\n</Callout>',
    '<Callout> takes plain values only, such as title="A word". Braces with code are not part of the format.',
  ],
  [
    '<Callout title={`a`}>\n\nText\n\n</Callout>',
    '<Callout> takes plain values only, such as title="A word". Braces with code are not part of the format.',
  ],
  [
    '<Callout dangerouslySetInnerHTML="x">\n\nText\n\n</Callout>',
    '"dangerouslySetInnerHTML" is not a field of <Callout>. There are: kind, title.',
  ],
])('%s is refused with file, line and what to do', async (body, sentence) => {
  expect(await findingsOf(body)).toEqual([`content/articles/tickets/a.mdx:6: ${sentence}`])
})

test.each([
  '[x](javascript:alert(1))',
  '[x](JavaScript:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](java&#9;script:alert)',
  '[x](vbscript:x)',
  '[x](data:text/html,x)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](/%5cevil.example)',
  '[x](/%09/evil.example)',
  '[x](https:evil)',
  '[x](file:///etc/passwd)',
  '[x][1]\n\n[1]: javascript:alert(1)',
])('the link %s is refused', async (body) => {
  const findings = await findingsOf(body)
  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatch(
    /^content\/articles\/tickets\/a\.mdx:6: The link ".*" leads nowhere safe\. Use an address on this site, https:, mailto: or tel:\.$/s,
  )
})

test('a brace, a sign and a tag that are escaped or in backticks stay text', async () => {
  const body =
    'A \\{brace} and `{process.env}` and `<script>` and 1 &lt; 2 and a < b.\n\n```text\nimport x {y}\n```'
  const source = document('A title', body)
  const { document: compiled, findings } = await compileDocument({ place, source, media: {} })
  expect(findings).toEqual([])
  expect(compiled?.text).toBe(
    'A {brace} and {process.env} and <script> and 1 < 2 and a < b.\nimport x {y}',
  )
  expect(compiled?.html).toContain('<code>&lt;script&gt;</code>')
})

test('a head that asks to be run as JavaScript is not one', async () => {
  const source = '---js\n{ title: process.exit(1) }\n---\n\nText.\n'
  const { findings } = await compileDocument({ place, source, media: {} })
  expect(findings[0]?.sentence).toBe(
    'The file must start with a line "---", then title: and other fields, then "---".',
  )
})

test('links to other sites close the way back, links on this site do not', async () => {
  const source = document('A title', '[out](https://example.com) [in](/kb) a@example.com')
  const { document: compiled } = await compileDocument({ place, source, media: {} })
  expect(compiled?.html).toContain('<a href="https://example.com" rel="noopener">out</a>')
  expect(compiled?.html).toContain('<a href="/kb">in</a>')
  expect(compiled?.html).toContain('<a href="mailto:a@example.com">a@example.com</a>')
})
