/** Every URL of the portal is a function or a constant here, so that a link cannot be misspelled. */

export const homePath = '/'
export const searchPath = '/search'
export const kbPath = '/kb'
export const faqPath = '/faq'
export const tutorialsPath = '/tutorials'
export const bookmarksPath = '/bookmarks'
export const chatPath = '/chat'

export const loginPath = '/login'
export const logoutPath = '/logout'
export const signupPath = '/signup'
export const signupSentPath = '/signup/sent'
export const confirmPath = '/auth/confirm'
export const accountPath = '/account'

export const ticketsPath = '/tickets'
export const newTicketPath = '/tickets/new'
export const ticketAnswersPath = '/tickets/new/answers'
export const draftsPath = '/tickets/drafts'

export const adminPath = '/admin'
export const queuePath = '/admin/tickets'

function segment(value: string | number): string {
  return encodeURIComponent(String(value))
}

export function categoryPath(category: string): string {
  return `${kbPath}/${segment(category)}`
}

export function articlePath(category: string, slug: string): string {
  return `${kbPath}/${segment(category)}/${segment(slug)}`
}

export function faqCategoryPath(category: string): string {
  return `${faqPath}/${segment(category)}`
}

export function faqAnswerPath(category: string, slug: string): string {
  return `${faqPath}/${segment(category)}/${segment(slug)}`
}

export function tutorialPath(slug: string): string {
  return `${tutorialsPath}/${segment(slug)}`
}

export function tutorialStepPath(slug: string, step: string): string {
  return `${tutorialsPath}/${segment(slug)}/${segment(step)}`
}

export function ticketPath(number: number): string {
  return `${ticketsPath}/${number}`
}

export function ticketFilePath(number: number, fileId: string): string {
  return `${ticketsPath}/${number}/files/${segment(fileId)}`
}

/** The form of a new ticket, filled from a draft. */
export function draftPath(draftId: string): string {
  return `${newTicketPath}?draft=${segment(draftId)}`
}

/** The step after "Continue": what may answer it. */
export function answersPath(draftId: string): string {
  return `${ticketAnswersPath}?draft=${segment(draftId)}`
}

export function deskTicketPath(number: number): string {
  return `${queuePath}/${number}`
}

/** The sign-in page that leads back to where the person was going. */
export function loginPathFor(next: string): string {
  return next === homePath ? loginPath : `${loginPath}?next=${encodeURIComponent(next)}`
}
