import { utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Content } from '~/features/articles/content.server'
import { contentWorld, document } from './content-world'

const step = (title: string) => `---\ntitle: ${title}\nminutes: 3\n---\n\nText.\n`

async function builtContent() {
  const world = await contentWorld({
    'articles/tickets/b.mdx': document('Second', 'Text.', 'order: 2\n'),
    'articles/tickets/a.mdx': document(
      'First',
      'Text.',
      'order: 1\nrelated: [/faq/account/answer]\n',
    ),
    'articles/tickets/desk.mdx': document('Desk', 'Text.', 'order: 3\naudience: staff\n'),
    'tutorials/t/index.mdx': document('A tutorial'),
    'tutorials/t/01-begin.mdx': step('Begin'),
    'tutorials/t/02-end.mdx': step('End'),
    'tutorials/desk/index.mdx': document('Work the queue', 'Text.', 'audience: staff\n'),
    'tutorials/desk/01-take.mdx': step('Take one'),
    'redirects.yml': '/kb/tickets/old: /kb/tickets/a\n',
  })
  await world.build()
  return { world, content: new Content(world.outDir) }
}

const paths = (documents: { path: string }[]) => documents.map((document) => document.path)

test('articles are listed in the order that the writer gave', async () => {
  const { content } = await builtContent()
  expect(paths(content.listArticles('tickets'))).toEqual(['/kb/tickets/a', '/kb/tickets/b'])
  expect(content.listCategories().find(({ slug }) => slug === 'tickets')).toMatchObject({
    title: 'About tickets',
    articles: 2,
    answers: 1,
  })
})

test('what is for staff does not exist for customers, in lists and at its address', async () => {
  const { content } = await builtContent()
  expect(JSON.stringify(content.listDocuments())).not.toMatch(/desk/)
  const addresses = ['/kb/tickets/desk', '/tutorials/desk', '/tutorials/desk/take']
  for (const address of addresses) {
    expect(content.findDocument(address)).toBeNull()
    expect(content.findDocument(address, 'staff')).toBeNull()
    expect(content.findDocument(`/admin/help${address}`)).toBeNull()
  }
  expect(paths(content.listTutorials())).toEqual(['/tutorials/t'])
  expect(content.findDocument('/admin/help/kb/tickets/desk', 'staff')?.title).toBe('Desk')
  expect(content.findDocument('/admin/help/tutorials/desk/take', 'staff')?.title).toBe('Take one')
  expect(paths(content.listArticles('tickets', 'staff'))).toContain('/admin/help/kb/tickets/desk')
})

test('a tutorial has its steps in order and their minutes together', async () => {
  const { content } = await builtContent()
  const [tutorial] = content.listTutorials()
  expect(tutorial).toMatchObject({ path: '/tutorials/t', minutes: 6 })
  expect(paths(tutorial?.steps ?? [])).toEqual(['/tutorials/t/begin', '/tutorials/t/end'])
})

test('related documents are those that the writer named, then neighbours', async () => {
  const { content } = await builtContent()
  const article = content.findDocument('/kb/tickets/a')
  expect(article && paths(content.relatedTo(article))).toEqual([
    '/faq/account/answer',
    '/kb/tickets/b',
    '/faq/tickets/answer',
  ])
})

test.each(['/../../package', '/kb/tickets/../../../index', '/__proto__', '/kb/tickets/a.json', ''])(
  'the address "%s" finds nothing',
  async (address) => {
    const { content } = await builtContent()
    expect(content.findDocument(address)).toBeNull()
  },
)

test('an old address leads to the new one', async () => {
  const { content } = await builtContent()
  expect(content.findRedirect('/kb/tickets/old')).toBe('/kb/tickets/a')
  expect(content.findRedirect('/constructor')).toBeNull()
})

test('a new build is noticed without a restart', async () => {
  const { world, content } = await builtContent()
  expect(content.findDocument('/kb/tickets/a')?.text).toBe('Text.')
  const before = content.revision
  await world.write({ 'articles/tickets/a.mdx': document('First', 'New text.', 'order: 1\n') })
  await world.build()
  // File systems with coarse times would hide a build in the same moment.
  await utimes(path.join(world.outDir, 'index.json'), new Date(), new Date(Date.now() + 2_000))
  await expect
    .poll(() => content.findDocument('/kb/tickets/a')?.text, { timeout: 3_000 })
    .toBe('New text.')
  expect(content.revision).not.toBe(before)
})

test('what is damaged at run time takes nothing else along', async () => {
  const { world, content } = await builtContent()
  expect(content.findDocument('/kb/tickets/a')?.text).toBe('Text.')
  const later = async (name: string, text: string, seconds: number) => {
    const file = path.join(world.outDir, name)
    await writeFile(file, text)
    await utimes(file, new Date(), new Date(Date.now() + seconds * 1_000))
  }
  await later('documents/kb/tickets/b.json', '{ half a doc', 2)
  expect(() => content.findDocument('/kb/tickets/b')).toThrow()
  expect(content.findDocument('/kb/tickets/a')?.text).toBe('Text.')

  const before = content.revision
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  for (const text of ['{ half an index', 'null', '{"schemaVersion":0}']) {
    await later('index.json', text, 4)
    vi.advanceTimersByTime(1_100) // it looks at the disk once a second
    expect(content.revision, text).toBe(before)
    expect(content.findDocument('/kb/tickets/a')?.text).toBe('Text.')
  }
})

test('content that was never built says which command makes it', () => {
  expect(() => new Content('/nowhere').revision).toThrow(
    '/nowhere/index.json is missing, damaged or of another version. Run "npm run content:build".',
  )
})
