import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { checkContent } from '../../scripts/content/check-content'
import { componentNames, ruleOf } from '../../scripts/content/components/component-rules'
import { contentFolders } from '../../scripts/content/content-folders'
import { formatFinding } from '../../scripts/content/finding'
import { frontmatterSchemas } from '../../scripts/content/frontmatter'
import { newDocument } from '../../scripts/content/new-document'
import { startPreview } from '../../scripts/content/preview-server'
import { contentWorld, document, type ContentWorld } from './content-world'

/** Runs a command as `npm run content:<name>` does; what it printed, and how it ended. */
async function command(name: 'build' | 'check', { contentDir, outDir, cacheDir }: ContentWorld) {
  const folders = { CONTENT_SOURCE: contentDir, CONTENT_DIR: outDir, CONTENT_CACHE: cacheDir }
  const script = fileURLToPath(new URL('../../scripts/content/run.mjs', import.meta.url))
  const options = { env: { ...process.env, ...folders } }
  return promisify(execFile)(process.execPath, [script, name], options).then(
    ({ stdout }) => ({ printed: stdout, code: 0 }),
    ({ stdout, stderr, code }) => ({ printed: `${stdout}${stderr}`, code: Number(code) }),
  )
}

test('the content of this repository has nothing to put right', async () => {
  const { findings } = await checkContent(contentFolders())
  expect(findings.map(formatFinding)).toEqual([])
})

test("the writers' manual names every field and every component with its props", async () => {
  const manual = await readFile(
    fileURLToPath(new URL('../../content/README.md', import.meta.url)),
    'utf8',
  )
  const fields = Object.values(frontmatterSchemas).flatMap((schema) => Object.keys(schema.shape))
  const missing = [...new Set(fields)].filter((field) => !manual.includes(`\`${field}\``))
  for (const name of componentNames) {
    if (!manual.includes(`<${name}`)) missing.push(`<${name}>`)
    const props = Object.keys(ruleOf(name)?.props.shape ?? {})
    missing.push(
      ...props.filter((prop) => !manual.includes(`${prop}=`)).map((prop) => `${name} ${prop}`),
    )
  }
  expect(missing).toEqual([])
})

test.each([
  ['article', 'tickets/add-files', 'articles/tickets/add-files.mdx'],
  ['faq', 'tickets/who-reads', 'faq/tickets/who-reads.mdx'],
  ['tutorial', 'second', 'tutorials/second/index.mdx'],
  ['step', 'first/send-it', 'tutorials/first/02-send-it.mdx'],
])('content:new -- %s %s makes a draft with nothing to put right', async (kind, where, name) => {
  const world = await contentWorld({
    'tutorials/first/index.mdx': document('First'),
    'tutorials/first/01-begin.mdx': '---\ntitle: Begin\nminutes: 1\n---\n\nText.\n',
  })
  expect(await newDocument(world.contentDir, kind, where)).toBe(name)
  const own = (await world.check()).filter((finding) => !finding.includes('has no steps'))
  expect(own).toEqual([])
  await expect(newDocument(world.contentDir, kind, where)).rejects.toThrow(
    `content/${name} is there already.`,
  )
})

test('content:new says what it cannot make', async () => {
  const { contentDir } = await contentWorld()
  await expect(newDocument(contentDir, 'page', 'a/b')).rejects.toThrow(/^Say what to make/)
  await expect(newDocument(contentDir, 'article', 'nowhere/a')).rejects.toThrow(
    'There is no category "nowhere". content/categories.yml has: signing-in, tickets, account, your-data, other.',
  )
  await expect(newDocument(contentDir, 'article', 'tickets/Add Files')).rejects.toThrow(
    /^"tickets\/Add Files" is not an address/,
  )
  await expect(newDocument(contentDir, 'article', '../../etc/passwd')).rejects.toThrow(
    /^Say what to make/,
  )
  await expect(newDocument(contentDir, 'step', 'gone/a')).rejects.toThrow(
    /^There is no tutorial "gone"/,
  )
})

test('content:preview shows a page, what is wrong with it, and what was saved meanwhile', async () => {
  const world = await contentWorld({ 'articles/tickets/a.mdx': document('A title', 'First text.') })
  const { url, close } = await startPreview({ ...world, port: 0 })
  onTestFinished(close)
  const read = async (address: string) => (await fetch(new URL(address, url))).text()
  expect(await read('/')).toContain('<a href="/kb/tickets/a">A title</a>')
  expect(await read('/kb/tickets/a')).toContain('<p>First text.</p>')

  const changes = await fetch(new URL('/preview/changes', url))
  const reader = changes.body?.getReader()
  await reader?.read()
  await world.write({ 'articles/tickets/a.mdx': document('A title', 'Text with {code}.') })
  const { value } = (await reader?.read()) ?? {}
  expect(Buffer.from(value ?? []).toString()).toContain('data: changed')
  await expect
    .poll(() => read('/kb/tickets/a'), { timeout: 10_000 })
    .toContain(`content/articles/tickets/a.mdx:6: Braces mean program code in this format.`)
  expect((await fetch(new URL('/kb/tickets/none', url))).status).toBe(404)
  await reader?.cancel()
})

test('the preview looks like the portal', async () => {
  const world = await contentWorld()
  const { url, close } = await startPreview({ ...world, port: 0 })
  onTestFinished(close)
  const css = await (await fetch(new URL('/preview/look.css', url))).text()
  expect(css).toContain('.prose')
  expect(css).toContain('--accent')
})

test('content:build makes what the portal builds, and content:check finds what the build refuses', async () => {
  const world = await contentWorld({ 'articles/tickets/a.mdx': document('A title') })
  const built = await command('build', world)
  expect(built).toEqual({
    printed: expect.stringMatching(/^Content: 6 documents, 6 compiled/),
    code: 0,
  })
  expect((await world.build()).written, 'nothing is left to write').toBe(0)

  await world.write({ 'articles/tickets/a.mdx': document('A title', 'Text with {code}.') })
  const finding = 'content/articles/tickets/a.mdx:6: Braces mean program code in this format.'
  expect(await command('check', world)).toEqual({
    printed: expect.stringContaining(finding),
    code: 1,
  })
  const refused = await command('build', world)
  expect(refused.printed).toContain(finding)
  expect(refused.printed).toContain('The content was not built: 1 to put right.')
  expect(refused.code).toBe(1)
  expect((await world.output()).get('documents/kb/tickets/a.json')).toContain('Some text.')
})
