import { expect, test } from 'vitest'
import type { ContentIndex, FinishedDocument } from '~/features/articles/article'
import { contentWorld, document } from './content-world'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAFElEQVR4nGP4z8DAwMDAxAADCBYAG10BBdmz9FsAAAAASUVORK5CYII=',
  'base64',
)
const everything = `Opening with **bold**, \`code\` and [a link](/faq/account/answer).

## A heading

<Callout kind="warn" title="Mind this">

A warning.

</Callout>

<Steps>

1. Press <Kbd>Tab</Kbd>.
2. Open <Path>Account > Devices</Path> and <File>a.png</File>.

</Steps>

<Tabs label="Ways">
<Tab label="One way">

First.

</Tab>
<Tab label="Another way">

Second.

</Tab>
</Tabs>

<Table caption="What there is">

| Name | Size |
|---|---:|
| One | 1 |

</Table>

<Figure src="./a.png" alt="A window" caption="The window" />

<Demo form="search">

1. What you look for.
2. Searches.

</Demo>

<Definitions>
<Term name="Ticket">

A letter with a number.

</Term>
</Definitions>

<Video src="./v.mp4" poster="./a.png" captions="./v.vtt" title="A ticket is sent" length="6 seconds">

The page is open.

</Video>

\`\`\`json
{ "style": "color:red", "onclick": "<script>" }
\`\`\`
`
const media = {
  'articles/tickets/a.png': png,
  'articles/tickets/v.mp4': Buffer.alloc(700_000),
  'articles/tickets/v.vtt': 'WEBVTT\n\n00:00.000 --> 00:06.000\nThe page is open.\n',
}

async function builtWorld(files: Record<string, string | Buffer>) {
  const world = await contentWorld(files)
  const result = await world.build()
  return { world, result, output: await world.output() }
}

function documentAt(output: Map<string, string>, address: string): FinishedDocument {
  return JSON.parse(output.get(`documents${address}.json`) ?? 'null') as FinishedDocument
}

test('one edit compiles one document again, and only that is written', async () => {
  const { world, result } = await builtWorld({ 'articles/tickets/a.mdx': document('A title') })
  expect(result).toMatchObject({ documents: 6, compiled: 6, reused: 0 })
  expect(await world.build()).toMatchObject({ compiled: 0, reused: 6, written: 0 })
  await world.write({ 'articles/tickets/a.mdx': document('A title', 'Other text.') })
  // The document, the search and the index.
  expect(await world.build()).toMatchObject({ compiled: 1, reused: 5, written: 3 })
  expect(documentAt(await world.output(), '/kb/tickets/a').text).toBe('Other text.')
})

test('a picture that changed compiles the documents that show it', async () => {
  const page = document('A title', '![A window](./a.png)')
  const { world, output } = await builtWorld({ 'articles/tickets/a.mdx': page, ...media })
  const before = documentAt(output, '/kb/tickets/a').html
  expect(before).toMatch(
    /<img src="\/media\/a\.[0-9a-f]{10}\.png" alt="A window" width="2" height="3"/,
  )
  await world.write({ 'articles/tickets/a.png': Buffer.concat([png, Buffer.from([0])]) })
  expect(await world.build()).toMatchObject({ compiled: 1, reused: 5 })
  const after = await world.output()
  expect(documentAt(after, '/kb/tickets/a').html).not.toBe(before)
  expect([...after.keys()].filter((name) => name.startsWith('media/'))).toHaveLength(1)
})

test('no page has a script, a style attribute or a handler, whatever components it uses', async () => {
  const { output } = await builtWorld({
    'articles/tickets/a.mdx': document('A title', everything),
    ...media,
  })
  const { html } = documentAt(output, '/kb/tickets/a')
  expect(html).not.toMatch(/<[^>]*\sstyle=/i)
  expect(html).not.toMatch(/<[^>]*\son\w+=/i)
  expect(html).not.toMatch(/<(script|style|iframe|form|input)\b/i)
  expect(html).toContain('class="hljs-attr"')
})

test('every component says its part in the page, in the text and in Markdown', async () => {
  const { output } = await builtWorld({
    'articles/tickets/a.mdx': document('A title', everything),
    ...media,
  })
  const { html, text, markdown, headings, hasVideo } = documentAt(output, '/kb/tickets/a')
  expect(headings.map(({ id, depth }) => [id, depth])).toEqual([
    ['a-heading', 2],
    ['one-way', 3],
    ['another-way', 3],
  ])
  expect(hasVideo).toBe(true)
  expect(html).toContain('<span class="callout-label">Mind this.</span> A warning.')
  expect(html).toContain('<li><a href="#another-way">Another way</a></li>')
  expect(html).toContain('<section class="tab-section" aria-labelledby="one-way"><h3 id="one-way">')
  expect(html).toContain(
    '<th scope="row" role="rowheader">One</th><td role="cell" data-label="Size" class="numeric">1</td>',
  )
  expect(html).toContain('role="region" tabindex="0" aria-label="What there is"')
  expect(html).toContain('role="img" aria-label="Picture of the search of the help pages"')
  expect(html).toContain('<track kind="captions" src="/media/v.')
  expect(html).toContain('A ticket is sent. 6 seconds, 0.7 MB, with captions.')
  expect(html).toContain('<summary>Read the transcript</summary>')
  for (const words of [
    'Mind this',
    'What there is',
    'A window',
    'Ticket\nA letter',
    'The page is open.',
  ]) {
    expect(text).toContain(words)
  }
  expect(markdown).toMatch(/^# A title\n\nOpening with \*\*bold\*\*/)
  expect(markdown).toContain('> **Mind this**')
  expect(markdown).toContain('![A window](./a.png)')
  expect(markdown).not.toMatch(/<[A-Z]/)
})

test('questions are searched; asks are in no document, no index and no search', async () => {
  const fields = 'questions: [how do zebras begin]\nasks: [where does a quagga start]\n'
  const { output } = await builtWorld({
    'articles/tickets/a.mdx': document('A title', 'Text.', fields),
  })
  const holding = (word: string) =>
    [...output].filter(([, text]) => text.includes(word)).map(([name]) => name)
  expect(holding('quagga')).toEqual(['asks.json'])
  expect(holding('zebra')).toEqual(
    expect.arrayContaining(['index.json', 'search.json', 'documents/kb/tickets/a.json']),
  )
})

test('a draft is nowhere, a document for staff is not in the search', async () => {
  const { output } = await builtWorld({
    'articles/tickets/a.mdx': document('Unfinished quagga', 'Text.', 'draft: true\n'),
    'articles/tickets/b.mdx': document('Internal zebra', 'Text.', 'audience: staff\n'),
  })
  expect([...output.values()].some((text) => text.includes('quagga'))).toBe(false)
  expect(output.get('search.json')).not.toMatch(/zebra/i)
  expect(documentAt(output, '/admin/help/kb/tickets/b').audience).toBe('staff')
})

test('a build that finds a mistake says all of them and leaves the finished content as it was', async () => {
  const { world, output } = await builtWorld({ 'articles/tickets/a.mdx': document('A title') })
  await world.write({
    'articles/tickets/a.mdx': document('A title', '{1}'),
    'faq/account/answer.mdx': 'x',
  })
  await expect(world.build()).rejects.toThrow(
    /^content\/articles\/tickets\/a\.mdx:6: Braces .*\ncontent\/faq\/account\/answer\.mdx:1: The file must start/,
  )
  expect(await world.output()).toEqual(output)
})

test('what is taken out of the folder is taken out of the finished content', async () => {
  const { world } = await builtWorld({
    'articles/tickets/a.mdx': document('A title', '![A](./a.png)'),
    ...media,
  })
  await world.remove('articles/tickets/a.mdx')
  await world.build()
  const names = [...(await world.output()).keys()]
  expect(names.filter((name) => /tickets\/a\.json|media\//.test(name))).toEqual([])
})

test('the same content makes the same files', async () => {
  const files = { 'articles/tickets/a.mdx': document('A title', everything), ...media }
  const [one, other] = [await builtWorld(files), await builtWorld(files)]
  expect(other.output).toEqual(one.output)
})

test('the revision changes with any text, so that kept pages are made again', async () => {
  const { world, output } = await builtWorld({ 'articles/tickets/a.mdx': document('A title') })
  const revisionOf = (files: Map<string, string>) =>
    (JSON.parse(files.get('index.json') ?? '') as ContentIndex).revision
  await world.write({ 'articles/tickets/a.mdx': document('A title', 'Other text.') })
  await world.build()
  expect(revisionOf(await world.output())).not.toBe(revisionOf(output))
})
