import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

const categories = ['signing-in', 'tickets', 'account', 'your-data', 'other']
const words =
  'account address agent answer attach browser button category change check choose code copy customer day delete device email enter error export field file follow form hour issue keep language letter link list mail message minute name notice number open page password person phone picture press problem question read reason receive reply report reset result save search see send show sign status step support team text ticket time title turn type update upload use view wait week window word work write zone'.split(
    ' ',
  )

/** Numbers between 0 and 1, the same for the same seed (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = seed % 2147483647 || 1
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

/**
 * Writes a content folder of the usual kind: 600 to 900 words each, with headings, lists, links,
 * code, a table and callouts. The same count gives the same files.
 * @returns the names of the articles
 */
export async function generateArticles(contentDir: string, count: number): Promise<string[]> {
  await rm(contentDir, { recursive: true, force: true })
  const names = Array.from({ length: count }, (_, number) => nameOf(number))
  const head = categories.map(
    (slug, order) =>
      `- slug: ${slug}\n  title: About ${slug}\n  description: Everything about ${slug}.\n  order: ${order}\n  ticketCategory: ${slug}\n`,
  )
  for (const slug of categories)
    await mkdir(path.join(contentDir, 'articles', slug), { recursive: true })
  await writeFile(path.join(contentDir, 'categories.yml'), head.join(''))
  await Promise.all(
    names.map((name, n) => writeFile(path.join(contentDir, name), article(n, count))),
  )
  return names
}

function nameOf(number: number): string {
  return `articles/${categories[number % categories.length]}/article-${number}.mdx`
}

function article(number: number, count: number): string {
  const random = randomFrom(number + 1)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const sentence = () => {
    const text = Array.from({ length: 8 + Math.floor(random() * 10) }, () => pick(words)).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const paragraph = () => Array.from({ length: 3 }, sentence).join(' ')
  const link = () => {
    const other = Math.floor(random() * count)
    return `[${pick(words)} ${pick(words)}](/kb/${categories[other % categories.length]}/article-${other})`
  }
  const section = (extra: string) =>
    `## ${sentence().slice(0, -1)}\n\n${paragraph()} See ${link()}.\n\n- ${sentence()}\n- **${pick(words)}** ${sentence()}\n- ${sentence()}\n\n${extra}`
  const table = `| Word | Meaning | Days |\n|---|---|---:|\n${Array.from({ length: 5 }, () => `| ${pick(words)} | ${sentence()} | ${Math.floor(random() * 90)} |`).join('\n')}\n`
  const code = '```json\n{ "subject": "' + sentence() + '", "number": 1042 }\n```\n'
  const callout = (kind: string) => `<Callout kind="${kind}">\n\n${sentence()}\n\n</Callout>\n`
  const steps = `<Steps>\n\n1. ${sentence()}\n2. Press <Kbd>Tab</Kbd>. ${sentence()}\n3. ${sentence()}\n\n</Steps>\n`
  const description = `${sentence()} ${sentence()}`.slice(0, 150)
  const extras = [table, code, callout('info'), steps, callout('warn'), paragraph()]
  return `---\ntitle: Article ${number} about ${pick(words)} and ${pick(words)}\ndescription: ${description}\nkeywords: [${pick(words)}, ${pick(words)}]\nquestions:\n  - how do I ${pick(words)} number ${number}\n---\n\n${paragraph()}\n\n${extras.map(section).join('\n\n')}\n`
}
