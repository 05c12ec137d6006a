/**
 * Every URL of the portal is a function or a constant here (those of the desk in `desk-paths.ts`), so
 * that a link cannot be misspelled.
 */

export const homePath = '/'
export const searchPath = '/search'
export const kbPath = '/kb'
export const faqPath = '/faq'
export const tutorialsPath = '/tutorials'

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

export const ticketsPath = '/tickets'
export const newTicketPath = '/tickets/new'
export const draftsPath = '/tickets/drafts'
export const ticketsCsvPath = '/tickets/export.csv'
export const ticketsJsonPath = '/tickets/export.json'
export const ticketInsightsPath = '/tickets/insights'

/** One part of a path, or one value of a query. */
export function segment(value: string | number): string {
  return encodeURIComponent(String(value))
}

export function categoryPath(category: string): string {
  return `${kbPath}/${segment(category)}`
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

/** The sign-in page that leads back to where the person was going. */
export function loginPathFor(next: string): string {
  return next === homePath ? loginPath : `${loginPath}?next=${segment(next)}`
}

/** A GET link: a form may not be redirected to another origin under our CSP. */
export function oauthPath(provider: string): string {
  return `/auth/oauth/${segment(provider)}`
}

/** Where the mail of an invitation leads; its key is known to its reader alone. */
export function invitationPathFor(key: string): string {
  return `/invitation?key=${segment(key)}`
}

/** Where somebody proves again who they are, with a code instead of the password, and goes on. */
export function stepUpPathFor(next: string, sent?: 'sent'): string {
  return `/account/code?next=${segment(next)}${sent ? '&sent=1' : ''}`
}

/** Where a notice leads somebody who did not do what it says; its id is known to its reader alone. */
export function notMePath(notificationId: string): string {
  return `/account/not-me?notice=${segment(notificationId)}`
}

export function ticketPath(number: number): string {
  return `${ticketsPath}/${number}`
}

export function ticketFilePath(number: number, fileId: string): string {
  return `${ticketPath(number)}/files/${segment(fileId)}`
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
  return `${newTicketPath}/answers?draft=${segment(draftId)}`
}

/** The drafts, and the question whether to throw this one away. */
export function discardDraftPath(draftId: string): string {
  return `${draftsPath}?discard=${segment(draftId)}`
}
