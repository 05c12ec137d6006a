import type { Content } from './content.server'
import type { DeskHelp } from './desk-help'

/** What is for staff alone, by category in the order of the site; tutorials stand below their own name. */
export function listDeskHelp(content: Content): DeskHelp {
  const documents = content
    .listDocuments('staff')
    .filter(({ audience }) => audience === 'staff')
    .map(({ path, title, description, category, kind }) => ({
      path,
      title,
      description,
      subject: kind === 'tutorial' || kind === 'step' ? TUTORIALS.slug : category,
    }))
  return [...content.listCategories('staff'), TUTORIALS]
    .map(({ slug, title }) => ({
      category: { slug, title },
      documents: documents.filter(({ subject }) => subject === slug),
    }))
    .filter((subject) => subject.documents.length > 0)
}

const TUTORIALS = { slug: 'tutorials', title: 'Tutorials' }
