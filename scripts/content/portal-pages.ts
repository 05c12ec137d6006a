/*
 * The pages of the portal that a document may link to, besides documents. Pages that only work as
 * the answer to a form are not among them: a customer who follows a link must arrive somewhere.
 */
const portalPages = [
  '/',
  '/search',
  '/kb',
  '/faq',
  '/tutorials',
  '/bookmarks',
  '/chat',
  '/login',
  '/login/magic-link',
  '/login/phone',
  '/signup',
  '/password/forgot',
  '/account',
  '/account/password',
  '/account/security',
  '/account/notifications',
  '/account/export',
  '/account/delete',
  '/tickets',
  '/tickets/new',
  '/tickets/drafts',
  '/tickets/export.csv',
  '/tickets/export.json',
  '/tickets/insights',
]

/** The support side, which only documents for staff may link to. */
const staffPages = [
  '/admin',
  '/admin/tickets',
  '/admin/chats',
  '/admin/customers',
  '/admin/feedback',
  '/admin/content',
  '/admin/insights',
  '/admin/security',
  '/admin/shortcuts',
  '/admin/macros',
  '/admin/categories',
  '/admin/sla',
  '/admin/team',
  '/admin/notifications',
]

/** Whether an address, without query and anchor, is a page of the portal for this reader. */
export function isPortalPage(path: string, audience: 'everyone' | 'staff'): boolean {
  return portalPages.includes(path) || (audience === 'staff' && staffPages.includes(path))
}
