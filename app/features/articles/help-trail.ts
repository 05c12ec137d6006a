import { categoryPath, faqPath, homePath, kbPath, tutorialsPath } from '~/http/paths'

type Crumb = { to: string; label: string }

const HELP: Crumb = { to: homePath, label: 'Help' }

/** The way back up from each kind of page. */
export const helpTrail = {
  top: [HELP],
  category: [HELP, { to: kbPath, label: 'Articles' }],
  article: (category: { slug: string; title: string }) => [
    HELP,
    { to: kbPath, label: 'Articles' },
    { to: categoryPath(category.slug), label: category.title },
  ],
  faq: [HELP, { to: faqPath, label: 'Quick answers' }],
  tutorial: [HELP, { to: tutorialsPath, label: 'Tutorials' }],
} satisfies Record<string, Crumb[] | ((category: { slug: string; title: string }) => Crumb[])>
