import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { contentWorld, document } from './content-world'

const run = promisify(execFile)
const article = 'articles/tickets/a.mdx'

test('good content has nothing to put right', async () => {
  const world = await contentWorld({ [article]: document('A title') })
  expect(await world.check()).toEqual([])
})

/** What is wrong, a document, and what is said of it after the name of its file. */
const broken: [name: string, source: string, finding: string][] = [
  [
    'no head',
    'Text.',
    ':1: The file must start with a line "---", then title: and other fields, then "---".',
  ],
  [
    'no title',
    '---\ndescription: What a reader finds here.\n---\n\nText.\n',
    ':1: "title" is missing. The heading of the page and the words of links to it, at most 70 characters.',
  ],
  [
    'a field that is typed wrong',
    document('A title', 'Text.', 'keyword: [a]\n'),
    ':4: "keyword" is not a field of an article. Did you mean "keywords"?',
  ],
  [
    'a list that is none',
    document('A title', 'Text.', 'keywords: some words\n'),
    ':4: "keywords" must be a list, not text. A list of words that should find the page although it does not use them.',
  ],
  [
    'a short question',
    document('A title', 'Text.', 'questions:\n  - how do I sign in\n  - hm\n'),
    ':6: Entry 2 of "questions" is too short (2 characters): at least 5. A list of questions in the words that customers use; they are searched.',
  ],
  [
    'an unknown audience',
    document('A title', 'Text.', 'audience: agents\n'),
    ':4: "audience" is "agents": write one of everyone, staff. everyone or staff; if left out, what categories.yml says for the category.',
  ],
  [
    'a day that is none',
    document('A title', 'Text.', 'updated: March\n'),
    ':4: "updated" is "March". The day of the last real change, such as 2026-03-02; if left out, the last commit of the file.',
  ],
  [
    'a head that is not YAML',
    '---\ntitle: "A\n---\n\nText.\n',
    ':3: The fields at the head are not YAML: Missing closing "quote.',
  ],
  [
    'a first-level heading',
    document('A title', '# Another'),
    ':6: The title is the only first-level heading. Start this one with "##".',
  ],
  [
    'a skipped level',
    document('A title', '### Deep'),
    ':6: This heading skips a level. Start it with "##".',
  ],
  [
    'a component that is not closed',
    document('A title', 'Text.\n\n<Callout>\n\nText'),
    ':8: <Callout> is opened here and never closed. Add </Callout>.',
  ],
  [
    'a component that was not opened',
    document('A title', 'Text </Callout>'),
    ':6: A tag is closed here that was not opened. Check the tags before it.',
  ],
  [
    'a block within a sentence',
    document('A title', 'Text <Callout>text</Callout> text'),
    ':6: <Callout> is a block. Put its tags on lines of their own, with an empty line before and after.',
  ],
  [
    'an empty component',
    document('A title', '<Callout></Callout>'),
    ':6: <Callout> is empty. Write its text between the tags.',
  ],
  [
    'steps without numbers',
    document('A title', '<Steps>\n\n- One\n\n</Steps>'),
    ':6: <Steps> holds one numbered list and nothing else.',
  ],
  [
    'a demo that explains too little',
    document('A title', '<Demo form="sign-in">\n\n1. One\n\n</Demo>'),
    ':6: <Demo form="sign-in"> draws 3 numbers (Email, Password, Sign in), but its list explains 1.',
  ],
  [
    'a demo of nothing',
    document('A title', '<Demo form="sign-on">\n\n1. One\n\n</Demo>'),
    ':6: <Demo>: "form" is "sign-on": write one of new-ticket, reply, sign-up, sign-in, search. The form to draw: new-ticket, reply, sign-up, sign-in, search.',
  ],
  [
    'a tab alone',
    document('A title', '<Tab label="One">\n\nText\n\n</Tab>'),
    ':6: <Tab> stands only in <Tabs>.',
  ],
  [
    'a picture without alt text',
    document('A title', '<Figure src="./a.png" />'),
    ':6: <Figure>: "alt" is missing. What the picture shows, for readers who do not see it.',
  ],
  [
    'a picture that is not there',
    document('A title', '![A window](./gone.png)'),
    ':6: There is no file "./gone.png" beside this document.',
  ],
  [
    'a picture of another site',
    document('A title', '![A window](https://example.com/a.png)'),
    ':6: "https://example.com/a.png" is on another site. Put the file into the folder of this document.',
  ],
  [
    'a picture of another site, by reference',
    document('A title', '![A window][1]\n\n[1]: //example.com/a.png'),
    ':6: "//example.com/a.png" is on another site. Put the file into the folder of this document.',
  ],
  [
    'a figure of another site',
    document('A title', '<Figure src="https://example.com/a.png" alt="A window" />'),
    ':6: "https://example.com/a.png" is on another site. Put the file into the folder of this document.',
  ],
  [
    'a picture that carries its own data',
    document('A title', '![A window](data:image/svg+xml,x)'),
    ':6: "data:image/svg+xml,x" is on another site. Put the file into the folder of this document.',
  ],
  [
    'code in a language without colours',
    document('A title', '```klingon\nx\n```'),
    ':6: No colours are known for code in "klingon". Write ```text for code without colours.',
  ],
  [
    'a footnote',
    document('A title', '[^1]: Note.'),
    ':6: There are no footnotes here. Say it in the sentence, or in a <Callout>.',
  ],
  [
    'a dead link',
    document('A title', 'Text.\n\nSee [this](/kb/tickets/b).'),
    ':8: There is no page /kb/tickets/b.',
  ],
  [
    'a link in the wrong category',
    document('A title', 'See [this](/kb/account/{slug}).'),
    ':6: There is no page /kb/account/{slug}. Did you mean /kb/tickets/{slug}?',
  ],
  [
    'a page that the portal does not have',
    document('A title', '[x](/ticket/new)'),
    ':6: There is no page /ticket/new.',
  ],
  [
    'a dead anchor',
    document('A title', '## What to do\n\nSee [above](#what-to-day).'),
    ':8: The page /kb/tickets/{slug} has no heading "#what-to-day". It has: #what-to-do.',
  ],
  [
    'a relative link',
    document('A title', '[x](../account/b)'),
    ':6: The link "../account/b" must be the address on the site, such as /kb/tickets/add-files.',
  ],
  [
    'a dead related',
    document('A title', 'Text.', 'related:\n  - /kb/tickets/b\n'),
    ':5: "related" names /kb/tickets/b: There is no page /kb/tickets/b.',
  ],
  [
    'an ask that is searched',
    document('A title', 'Text.', 'questions: [how do I begin]\nasks: [How do I begin?]\n'),
    ':5: content/articles/tickets/{slug}.mdx has the words "How do I begin?", so they measure nothing. Ask in other words.',
  ],
  [
    'words of the form for new documents',
    document('A title', 'Say the answer in the first sentence.'),
    ':6: "Say the answer in the first sentence." comes from the form for new documents. Write your own words.',
  ],
  [
    'a link for customers to the support side',
    document('A title', '[x](/admin/sla)'),
    ':6: There is no page /admin/sla.',
  ],
]

test('each kind of mistake is found with file, line and what to do', async () => {
  // One folder for all: each document lies in it under its number, with a title of its own.
  const names = broken.map((_, number) => `case-${number}`)
  const own = (text: string, at: number) => text.replaceAll('{slug}', names[at] ?? '')
  const world = await contentWorld(
    Object.fromEntries(
      broken.map(([, source], at) => [
        `articles/tickets/${names[at]}.mdx`,
        own(source.replace('A title', `Title ${at}`), at),
      ]),
    ),
  )
  const findings = await world.check()
  const fileOf = (at: number) => `content/articles/tickets/${names[at]}.mdx:`
  expect(
    broken.map(([name], at) => [name, ...findings.filter((f) => f.startsWith(fileOf(at)))]),
  ).toEqual(
    broken.map(([name, , finding], at) => [name, fileOf(at).slice(0, -1) + own(finding, at)]),
  )
})

test('two things wrong in one file are found at once', async () => {
  const world = await contentWorld({
    [article]: '---\ntitle: A title\n---\n\n![](./gone.png) [x](/nowhere) [y](data:x)\n',
  })
  expect(await world.check()).toEqual([
    'content/articles/tickets/a.mdx:1: "description" is missing. One or two sentences under the heading and in search results, 20 to 160 characters.',
    'content/articles/tickets/a.mdx:5: The link "data:x" leads nowhere safe. Use an address on this site, https:, mailto: or tel:.',
    'content/articles/tickets/a.mdx:5: The picture has no alt text. Say between the square brackets what it shows.',
    'content/articles/tickets/a.mdx:5: There is no file "./gone.png" beside this document.',
  ])
})

test('what is wrong between documents and settings is found', async () => {
  const world = await contentWorld({
    'articles/tickets/twin.mdx': document('The same'),
    'articles/account/twin.mdx': document('The same'),
    'articles/nowhere/a.mdx': document('Homeless'),
    'articles/tickets/Big.mdx': document('Misplaced'),
    'tutorials/empty/index.mdx': document('No steps'),
    'tutorials/lost/01-step.mdx': '---\ntitle: A step\nminutes: 2\n---\n\nText.\n',
    'tutorials/lost/01-other.mdx': '---\ntitle: Other\nminutes: 2\n---\n\nText.\n',
    'redirects.yml':
      '/kb/a/b: /kb/nowhere\n/kb/a/c: /kb/a/b\n/kb/tickets/twin: /kb/account/twin\n/kb/a/d: /login\n',
  })
  await world.remove('faq/other/answer.mdx')
  expect(await world.check()).toEqual([
    'content/articles/nowhere/a.mdx:1: The category "nowhere" is not in content/categories.yml. It has: signing-in, tickets, account, your-data, other.',
    'content/articles/tickets/Big.mdx:1: No page comes from a file with this name. Use articles/<category>/<slug>.mdx, faq/<category>/<slug>.mdx, tutorials/<slug>/index.mdx or tutorials/<slug>/01-<step>.mdx; a slug has small letters, digits and hyphens.',
    'content/articles/tickets/twin.mdx:2: content/articles/account/twin.mdx is another article called "The same". Give one another title.',
    'content/categories.yml:1: Nothing answers tickets about "other". Write an article or a quick answer in "other".',
    'content/redirects.yml:1: /kb/a/b leads to /kb/nowhere, but there is no such page.',
    'content/redirects.yml:2: /kb/a/c leads to /kb/a/b, which leads on to /kb/nowhere. Write the last address.',
    'content/redirects.yml:3: /kb/tickets/twin is a page again. Take this line out.',
    'content/tutorials/empty/index.mdx:1: This tutorial has no steps. Add a file 01-<step>.mdx beside it.',
    'content/tutorials/lost/01-other.mdx:1: This step has no tutorial. Add a file index.mdx beside it.',
    'content/tutorials/lost/01-step.mdx:1: content/tutorials/lost/01-other.mdx is already step 1 of /tutorials/lost. Give one of the two another name.',
    'content/tutorials/lost/01-step.mdx:1: This step has no tutorial. Add a file index.mdx beside it.',
  ])
})

test('a setting that is wrong is found with its line', async () => {
  const world = await contentWorld({
    'categories.yml':
      '- slug: tickets\n  title: Tickets\n  description: All about tickets.\n  ticketCategory: ticket\n',
    'synonyms.yml': '- [one]\n',
    'redirects.yml': 'kb/a: /kb/b\n',
  })
  expect(await world.check()).toEqual([
    'content/categories.yml:4: "ticketCategory" is "ticket": write one of signing-in, tickets, account, your-data, other. The category of the tickets that it answers.',
    'content/redirects.yml:1: Both sides are addresses on the site, such as /kb/tickets/add-files.',
    'content/synonyms.yml:1: A group has two words or more.',
  ])
})

test('a customer is not led to what is a draft or for staff', async () => {
  const world = await contentWorld({
    [article]: document('A title', '[one](/kb/tickets/draft) [two](/admin/help/kb/tickets/staff)'),
    'articles/tickets/draft.mdx': document('A draft', 'Text.', 'draft: true\n'),
    'articles/tickets/staff.mdx': document('For staff', '[x](/admin/team)', 'audience: staff\n'),
  })
  expect(await world.check()).toEqual([
    'content/articles/tickets/a.mdx:6: /admin/help/kb/tickets/staff is for staff only; customers who follow the link would find nothing.',
    'content/articles/tickets/a.mdx:6: /kb/tickets/draft is a draft. Link to it when it is on the site.',
  ])
})

test('a video needs captions that are captions, and a transcript', async () => {
  const video = (captions: string, transcript: string) =>
    `<Video src="./v.mp4" poster="./p.svg"${captions} title="A picture is added">\n${transcript}\n</Video>`
  const step = (body: string) => `---\ntitle: A step\nminutes: 2\n---\n\n${body}\n`
  const world = await contentWorld({
    'tutorials/t/index.mdx': document('A tutorial'),
    'tutorials/t/01-none.mdx': step(video('', '\nWords.\n')),
    'tutorials/t/02-silent.mdx': step(video(' captions="./good.vtt"', '')),
    'tutorials/t/03-broken.mdx': step(video(' captions="./bad.vtt"', '\nWords.\n')),
    'tutorials/t/04-good.mdx': step(video(' captions="./good.vtt"', '\nWords.\n')).replace(
      'A step',
      'Four',
    ),
    'tutorials/t/v.mp4': Buffer.alloc(700_000),
    'tutorials/t/p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"/>',
    'tutorials/t/bad.vtt': 'Not captions',
    'tutorials/t/good.vtt': 'WEBVTT\n\n00:00.000 --> 00:06.000\nThe page is open.\n',
  })
  expect(await world.check()).toEqual([
    'content/tutorials/t/01-none.mdx:6: <Video>: "captions" is missing. A .vtt file in the same folder with the words that are spoken or shown.',
    'content/tutorials/t/02-silent.mdx:6: <Video> has no transcript. Write between its tags what the video shows and says.',
    'content/tutorials/t/03-broken.mdx:6: The captions "bad.vtt" must start with WEBVTT and hold at least one line with times.',
  ])
})

test('a drawing holds lines and words alone', async () => {
  const parts = [
    '<script>alert(1)</script>',
    '<rect onload="alert(1)"/>',
    '<a href="javascript:alert(1)"/>',
    '<a xlink:href = "https://example.com"/>',
    '<image href=https://example.com/a.png />',
    '<foreignObject/>',
    '<style>@import "//example.com/a.css";</style>',
    '<rect fill="url(https://example.com/a)"/>',
    '<!ENTITY x "y">',
  ]
  const drawing = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${inside}</svg>`
  const good = '<linearGradient id="a"/><rect fill="url(#a)"/><use href="#a"/><text>on = off</text>'
  const pictures = [good, ...parts].map((_, number) => `![A drawing](./d${number}.svg)`)
  const world = await contentWorld({
    [article]: document('A title', pictures.join('\n\n')),
    ...Object.fromEntries(
      [good, ...parts].map((inside, n) => [`articles/tickets/d${n}.svg`, drawing(inside)]),
    ),
  })
  expect(await world.check()).toEqual(
    parts.map(
      (_, n) =>
        `content/${article}:${8 + 2 * n}: The drawing "d${n + 1}.svg" holds a script or a link. Save it as a plain drawing.`,
    ),
  )
})

test('a page that moved since the last commit needs a redirect', async () => {
  const world = await contentWorld({ [article]: document('A title') })
  const git = (...args: string[]) =>
    run('git', [
      '-C',
      world.contentDir,
      '-c',
      'user.name=T',
      '-c',
      'user.email=t@example.com',
      ...args,
    ])
  await git('init', '-q', '-b', 'main')
  await git('add', '.')
  await git('commit', '-q', '-m', 'Content')
  await world.remove(article)
  await world.write({ 'articles/tickets/b.mdx': document('A title') })
  expect(await world.check()).toEqual([
    'content/redirects.yml:1: The page /kb/tickets/a (content/articles/tickets/a.mdx) is gone and leads nowhere. Add a line "/kb/tickets/a: <the address that has its answer now>".',
  ])
  await world.write({ 'redirects.yml': '/kb/tickets/a: /kb/tickets/b\n' })
  expect(await world.check()).toEqual([])
})
