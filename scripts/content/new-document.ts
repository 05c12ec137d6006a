import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { scaffold } from './scaffold'
import { readSettings } from './settings-files'
import { placeOf } from './source-files'

/** Why nothing was made, as a sentence. */
export class NewDocumentError extends Error {
  override readonly name = 'NewDocumentError'
}

const usage = `Say what to make, for example:
  npm run content:new -- article tickets/add-files
  npm run content:new -- faq account/change-my-name
  npm run content:new -- tutorial first-ticket
  npm run content:new -- step first-ticket/send-it`

/**
 * Makes the file of a new document, as a draft with every field in it.
 * @returns its name, from the content folder
 * @throws NewDocumentError when the words are wrong or the file is there
 */
export async function newDocument(
  contentDir: string,
  kind?: string,
  where?: string,
): Promise<string> {
  const name = await nameOf(contentDir, kind, where)
  const place = placeOf(name)
  if (!place) {
    throw new NewDocumentError(
      `"${where}" is not an address: use small letters, digits and hyphens.\n${usage}`,
    )
  }
  const file = path.join(contentDir, name)
  if (existsSync(file)) throw new NewDocumentError(`${place.file} is there already.`)
  if (place.category !== null) await requireCategory(contentDir, place.category)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, scaffold(place.kind, place.slug))
  return name
}

async function nameOf(contentDir: string, kind?: string, where?: string): Promise<string> {
  const [folder, slug, ...more] = (where ?? '').split('/')
  if (!folder || more.length > 0) throw new NewDocumentError(usage)
  if (kind === 'tutorial' && slug === undefined) return `tutorials/${folder}/index.mdx`
  if (!slug) throw new NewDocumentError(usage)
  if (kind === 'article') return `articles/${folder}/${slug}.mdx`
  if (kind === 'faq') return `faq/${folder}/${slug}.mdx`
  if (kind === 'step')
    return `tutorials/${folder}/${await stepNumber(contentDir, folder, slug)}-${slug}.mdx`
  throw new NewDocumentError(usage)
}

/** The number of the step that there is, or the next one. */
async function stepNumber(contentDir: string, tutorial: string, slug: string): Promise<string> {
  const folder = path.join(contentDir, 'tutorials', tutorial)
  if (!existsSync(path.join(folder, 'index.mdx'))) {
    throw new NewDocumentError(
      `There is no tutorial "${tutorial}". Make it first: npm run content:new -- tutorial ${tutorial}`,
    )
  }
  const names = await readdir(folder)
  const own = names.find((name) => name.slice(3) === `${slug}.mdx`)
  if (own) return own.slice(0, 2)
  const numbers = names.map((name) => Number(/^(\d\d)-/.exec(name)?.[1] ?? 0))
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0')
}

async function requireCategory(contentDir: string, slug: string): Promise<void> {
  const slugs = (await readSettings(contentDir)).categories.value.map((category) => category.slug)
  if (slugs.includes(slug)) return
  throw new NewDocumentError(
    `There is no category "${slug}". content/categories.yml has: ${slugs.join(', ')}.`,
  )
}
