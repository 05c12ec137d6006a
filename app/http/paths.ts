/** Every URL of the portal is a function or a constant here, so that a link cannot be misspelled. */

export const homePath = '/'
export const searchPath = '/search'
export const kbPath = '/kb'
export const faqPath = '/faq'
export const tutorialsPath = '/tutorials'
export const bookmarksPath = '/bookmarks'
export const chatPath = '/chat'

export const loginPath = '/login'
export const magicLinkPath = '/login/magic-link'
export const magicLinkSentPath = '/login/magic-link/sent'
export const phoneLoginPath = '/login/phone'
export const phoneVerifyPath = '/login/phone/verify'
export const logoutPath = '/logout'
export const signupPath = '/signup'
export const signupSentPath = '/signup/sent'
export const passwordForgotPath = '/password/forgot'
export const passwordForgotSentPath = '/password/forgot/sent'
export const passwordResetPath = '/password/reset'
export const confirmPath = '/auth/confirm'
/** After the first of the two links of a change of address. */
export const halfConfirmedPath = '/auth/confirm?half=1'
export const authCallbackPath = '/auth/callback'
export const accountPath = '/account'
export const accountDetailsPath = '/account/details'
export const accountEmailPath = '/account/email'
export const accountPhonePath = '/account/phone'
/** Where the code goes that was sent to a new number. */
export const phoneCodePath = '/account/phone?step=code'
export const accountPasswordPath = '/account/password'
export const accountSecurityPath = '/account/security'
export const accountNotificationsPath = '/account/notifications'
export const accountExportPath = '/account/export'
export const accountExportFilePath = '/account/export.zip'
export const accountDeletePath = '/account/delete'
/** Where somebody proves again that it is them, with a code instead of the password. */
export const stepUpPath = '/account/code'

export const ticketsPath = '/tickets'
export const newTicketPath = '/tickets/new'
export const ticketAnswersPath = '/tickets/new/answers'
export const draftsPath = '/tickets/drafts'
export const ticketsCsvPath = '/tickets/export.csv'
export const ticketsJsonPath = '/tickets/export.json'
export const ticketInsightsPath = '/tickets/insights'

export const adminPath = '/admin'
export const queuePath = '/admin/tickets'
export const queueNewsPath = '/admin/tickets/news'
export const shortcutsPath = '/admin/shortcuts'
export const securityLogPath = '/admin/security'
export const auditPath = '/admin/audit'
export const customersPath = '/admin/customers'
export const teamPath = '/admin/team'
export const teamInvitePath = '/admin/team/invite'
export const categoriesPath = '/admin/categories'
export const macrosPath = '/admin/macros'
export const newMacroPath = '/admin/macros/new'
export const newSavedReplyPath = '/admin/macros/replies/new'
export const newCategoryPath = '/admin/categories/new'

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

/** A page that shows a picture or a text of a ticket. */
export function fileViewPath(number: number, fileId: string): string {
  return `${ticketFilePath(number, fileId)}/view`
}

export function thumbnailPath(number: number, fileId: string): string {
  return `${ticketFilePath(number, fileId)}/thumbnail`
}

/** Where a ticket gets a feed, and loses it again. */
export function ticketFeedPagePath(number: number): string {
  return `${ticketPath(number)}/feed`
}

/** A ticket as Atom, for whoever has the token. */
export function ticketFeedPath(number: number, token: string): string {
  return `${ticketPath(number)}/feed.atom?token=${segment(token)}`
}

/** A ticket with a reply that is being written; its id makes a repeated sending harmless. */
export function replyPath(number: number, replyId: string): string {
  return `${ticketPath(number)}?reply=${segment(replyId)}`
}

/** The form of a new ticket, filled from a draft. */
export function draftPath(draftId: string): string {
  return `${newTicketPath}?draft=${segment(draftId)}`
}

/** The step after "Continue": what may answer it. */
export function answersPath(draftId: string): string {
  return `${ticketAnswersPath}?draft=${segment(draftId)}`
}

/** The drafts, and the question whether to throw this one away. */
export function discardDraftPath(draftId: string): string {
  return `${draftsPath}?discard=${segment(draftId)}`
}

/** Where a notice leads somebody who did not do what it says; its id is known to its reader alone. */
export function notMePath(notificationId: string): string {
  return `/account/not-me?notice=${segment(notificationId)}`
}

/** The page for proving with a code who one is, and going on from there. */
export function stepUpPathFor(next: string, sent?: 'sent'): string {
  return `${stepUpPath}?next=${encodeURIComponent(next)}${sent ? '&sent=1' : ''}`
}

/** A GET link: a form may not be redirected to another origin under our CSP. */
export function oauthPath(provider: string): string {
  return `/auth/oauth/${segment(provider)}`
}

export function deskTicketPath(number: number): string {
  return `${queuePath}/${number}`
}

/** What a reply at the desk is being written with. */
export type Writing = {
  /** The id that the reply will have; a repeated sending is then harmless. */
  message?: string
  /** The same for a note. */
  note?: string
  macro?: string
  /** What help articles are searched for. */
  insert?: string
}

/** A ticket at the desk with what is being written on it. */
export function deskWritingPath(number: number, writing: Writing): string {
  const query = new URLSearchParams()
  for (const name of ['message', 'note', 'macro', 'insert'] as const) {
    if (writing[name]) query.set(name, writing[name])
  }
  return `${deskTicketPath(number)}?${query.toString()}`
}

export function presencePath(number: number): string {
  return `${deskTicketPath(number)}/presence`
}

/** Closing a ticket in favour of another one: which, and then whether. */
export function mergePath(number: number, into?: number): string {
  return `${deskTicketPath(number)}/merge${into ? `?into=${into}` : ''}`
}

/** Making a ticket of its own of a message. */
export function splitPath(number: number, messageId: string): string {
  return `${deskTicketPath(number)}/split?message=${segment(messageId)}`
}

/** The sign-in page that leads back to where the person was going. */
export function loginPathFor(next: string): string {
  return next === homePath ? loginPath : `${loginPath}?next=${encodeURIComponent(next)}`
}

export function customerPath(id: string): string {
  return `${customersPath}/${segment(id)}`
}

export function customerNamePath(id: string): string {
  return `${customerPath(id)}/name`
}

/** The question before an account is suspended, or restored. */
export function customerSuspendPath(id: string): string {
  return `${customerPath(id)}/suspend`
}

/** The security log, about one account. */
export function securityLogOfPath(personId: string): string {
  return `${securityLogPath}?person=${segment(personId)}`
}

/** Where the mail of an invitation leads; its key is known to its reader alone. */
export function invitationPathFor(key: string): string {
  return `/invitation?key=${segment(key)}`
}

/** The queue, searched for the tickets of one person. */
export function ticketsOfPath(nameOrEmail: string): string {
  return `${queuePath}?view=all&q=${encodeURIComponent(nameOrEmail)}`
}

export function memberPath(id: string): string {
  return `${teamPath}/${segment(id)}`
}

/** The question before somebody leaves the team and the portal. */
export function memberDeactivatePath(id: string): string {
  return `${memberPath(id)}/deactivate`
}

export function categorySettingsPath(slug: string): string {
  return `${categoriesPath}/${segment(slug)}`
}

export function macroPath(id: string): string {
  return `${macrosPath}/${segment(id)}`
}

export function savedReplyPath(id: string): string {
  return `${macrosPath}/replies/${segment(id)}`
}
