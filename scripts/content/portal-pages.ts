/*
 * The pages of the portal that a document may link to, besides documents. Pages that only work as
 * the answer to a form are not among them: a customer who follows a link must arrive somewhere.
 */
export const portalPages = [
  '/',
  '/search',
  '/kb',
  '/faq',
  '/tutorials',
  '/login',
  '/login/magic-link',
  '/login/phone',
  '/signup',
  '/password/forgot',
  '/account',
  '/account/details',
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
export const staffPages = [
  '/admin',
  '/admin/tickets',
  '/admin/customers',
  '/admin/audit',
  '/admin/help',
  '/admin/shortcuts',
  '/admin/security',
  '/admin/macros',
  '/admin/categories',
  '/admin/team',
]

/** Whether an address, without query and anchor, is a page of the portal for this reader. */
export function isPortalPage(path: string, audience: 'everyone' | 'staff'): boolean {
  return portalPages.includes(path) || (audience === 'staff' && staffPages.includes(path))
}
