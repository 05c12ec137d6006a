import type { PageFacts } from '../support/page-facts'
import type { ListedRoute } from '../support/route-manifest'

export type Row = {
  tier: ListedRoute['tier']
  /** Who its loader lets in; null for a page without one. */
  loader: 'public' | 'customer' | 'staff' | 'admin' | null
  action: 'public' | 'customer' | 'staff' | 'admin' | null
  /** The status for anonymous people, the customer whose ticket it is, an agent and an admin. */
  status: [anonymous: number, customer: number, agent: number, admin: number]
  /** How long others may keep it; nobody may unless it says so. */
  cache?: string
  /** Where it differs from the one of its tier. */
  csp?: PageFacts['csp']
}

/** A page that is the same for everybody: kept, and asked about again each time. */
const FINISHED: Row = {
  tier: 'still',
  loader: 'public',
  action: null,
  status: [200, 200, 200, 200],
  cache: 'public, max-age=0, must-revalidate',
}
/** The same, made for one query. */
const STILL: Row = { ...FINISHED, cache: undefined }
const FOR_ROBOTS: Row = { ...FINISHED, tier: null, cache: 'public, max-age=3600' }

/** A file made of what the person may see. */
const TAKEN_ALONG: Row = {
  tier: null,
  loader: 'customer',
  action: null,
  status: [302, 200, 200, 200],
  cache: 'private, no-store',
}

/** Pages for everybody who is signed in. */
const CUSTOMER_PAGE: Row = {
  tier: 'app',
  loader: 'customer',
  action: null,
  status: [302, 200, 200, 200],
}
const CUSTOMER_FORM: Row = { ...CUSTOMER_PAGE, action: 'customer' }

/** Pages of the desk: what customers get is the 404 of an unknown address. */
const STAFF_PAGE: Row = {
  tier: 'app',
  loader: 'staff',
  action: null,
  status: [302, 404, 200, 200],
}
const STAFF_FORM: Row = { ...STAFF_PAGE, action: 'staff' }
const ADMIN_PAGE: Row = {
  tier: 'app',
  loader: 'admin',
  action: null,
  status: [302, 404, 404, 200],
}
const ADMIN_FORM: Row = { ...ADMIN_PAGE, action: 'admin' }

/** Where a mail leads; without what its link carries. */
const MAIL_LINK: Row = {
  tier: 'app',
  loader: 'public',
  action: 'public',
  status: [400, 400, 400, 400],
}

/** Every address of the portal. A new route fails until it stands here. */
/** What each address of the portal answers, by its path. */
export const TABLE: Record<string, Row> = {
  '/': FINISHED,
  '/account': CUSTOMER_PAGE,
  '/account/code': CUSTOMER_FORM,
  '/account/delete': CUSTOMER_FORM,
  '/account/details': CUSTOMER_FORM,
  '/account/email': CUSTOMER_FORM,
  '/account/export': CUSTOMER_FORM,
  '/account/export.zip': {
    tier: null,
    loader: 'customer',
    action: null,
    status: [302, 302, 302, 302],
  },
  '/account/notifications': CUSTOMER_FORM,
  '/account/password': CUSTOMER_FORM,
  '/account/phone': CUSTOMER_FORM,
  '/account/security': CUSTOMER_FORM,
  '/admin': { tier: 'still', loader: 'staff', action: null, status: [302, 404, 302, 302] },
  '/admin/audit': ADMIN_FORM,
  '/admin/categories': ADMIN_FORM,
  '/admin/categories/:slug': ADMIN_FORM,
  '/admin/categories/new': ADMIN_FORM,
  '/admin/customers': STAFF_FORM,
  '/admin/customers/:id': STAFF_FORM,
  '/admin/customers/:id/name': ADMIN_FORM,
  '/admin/customers/:id/suspend': ADMIN_FORM,
  '/admin/help': STAFF_FORM,
  '/admin/help/*': { ...STAFF_FORM, status: [302, 404, 404, 404] },
  '/admin/macros': { ...STAFF_PAGE, action: 'admin' },
  '/admin/macros/:id': ADMIN_FORM,
  '/admin/macros/new': ADMIN_FORM,
  '/admin/macros/replies/:id': STAFF_FORM,
  '/admin/macros/replies/new': STAFF_FORM,
  '/admin/team': ADMIN_FORM,
  '/admin/team/:id': ADMIN_FORM,
  '/admin/team/:id/deactivate': ADMIN_FORM,
  '/admin/team/invite': ADMIN_FORM,
  '/admin/security': ADMIN_FORM,
  '/admin/shortcuts': STAFF_FORM,
  '/admin/tickets': STAFF_FORM,
  '/admin/tickets/:number': STAFF_FORM,
  '/admin/tickets/:number/merge': STAFF_FORM,
  '/admin/tickets/:number/presence': { ...STAFF_PAGE, tier: null },
  '/admin/tickets/:number/split': STAFF_FORM,
  '/admin/tickets/news': { ...STAFF_PAGE, tier: null },
  '/auth/callback': { tier: 'app', loader: 'public', action: null, status: [400, 400, 400, 400] },
  '/auth/confirm': MAIL_LINK,
  '/auth/oauth/:provider': {
    tier: 'still',
    loader: 'public',
    action: null,
    status: [404, 404, 404, 404],
  },
  '/dev/mail': { tier: 'still', loader: 'public', action: null, status: [302, 302, 302, 302] },
  '/dev/ui': STILL,
  '/faq': FINISHED,
  '/faq/:category': FINISHED,
  '/faq/:category/:slug': FINISHED,
  '/invitation': MAIL_LINK,
  '/kb': FINISHED,
  '/kb/:category': FINISHED,
  '/kb/:category/:slug': FINISHED,
  '/login': { tier: 'app', loader: 'public', action: 'public', status: [200, 200, 200, 200] },
  '/login/magic-link': {
    tier: 'app',
    loader: null,
    action: 'public',
    status: [200, 200, 200, 200],
  },
  '/login/magic-link/sent': {
    tier: 'app',
    loader: null,
    action: null,
    status: [200, 200, 200, 200],
  },
  '/login/phone': { tier: 'app', loader: null, action: 'public', status: [200, 200, 200, 200] },
  '/login/phone/verify': {
    tier: 'app',
    loader: 'public',
    action: 'public',
    status: [302, 302, 302, 302],
  },
  '/logout': { tier: 'still', loader: 'public', action: 'public', status: [302, 302, 302, 302] },
  '/account/not-me': {
    tier: 'app',
    loader: 'public',
    action: 'public',
    status: [200, 200, 200, 200],
  },
  '/password/forgot': { tier: 'app', loader: null, action: 'public', status: [200, 200, 200, 200] },
  '/password/forgot/sent': {
    tier: 'app',
    loader: null,
    action: null,
    status: [200, 200, 200, 200],
  },
  '/password/reset': {
    tier: 'app',
    loader: 'public',
    action: 'public',
    status: [303, 303, 303, 303],
  },
  '/robots.txt': FOR_ROBOTS,
  '/search': STILL,
  '/signup': { tier: 'app', loader: 'public', action: 'public', status: [200, 200, 200, 200] },
  '/signup/sent': { tier: 'app', loader: null, action: null, status: [200, 200, 200, 200] },
  '/sitemap.xml': FOR_ROBOTS,
  '/tickets': CUSTOMER_PAGE,
  '/tickets/:number': {
    tier: 'app',
    loader: 'customer',
    action: 'customer',
    status: [302, 200, 404, 404],
  },
  '/tickets/:number/feed': {
    tier: 'app',
    loader: 'customer',
    action: 'customer',
    status: [302, 200, 404, 404],
  },
  '/tickets/:number/feed.atom': {
    tier: null,
    loader: 'public',
    action: null,
    status: [200, 200, 200, 200],
    cache: 'private, no-store',
  },
  '/tickets/:number/files/:id': {
    tier: null,
    loader: 'customer',
    action: null,
    status: [302, 200, 200, 200],
    cache: 'private, no-store',
    csp: 'other',
  },
  '/tickets/:number/files/:id/thumbnail': {
    tier: null,
    loader: 'customer',
    action: null,
    status: [302, 200, 200, 200],
    cache: 'private, max-age=86400, immutable',
  },
  '/tickets/:number/files/:id/view': {
    tier: 'app',
    loader: 'customer',
    action: null,
    status: [302, 200, 200, 200],
  },
  '/tickets/drafts': CUSTOMER_FORM,
  '/tickets/export.csv': TAKEN_ALONG,
  '/tickets/export.json': TAKEN_ALONG,
  '/tickets/insights': {
    tier: 'app',
    loader: 'customer',
    action: null,
    status: [302, 200, 200, 200],
  },
  '/tickets/new': CUSTOMER_FORM,
  '/tickets/new/answers': {
    tier: 'app',
    loader: 'customer',
    action: 'customer',
    status: [302, 200, 404, 404],
  },
  '/tutorials': FINISHED,
  '/tutorials/:slug': FINISHED,
  '/tutorials/:slug/:step': FINISHED,
  '/*': { tier: 'still', loader: 'public', action: 'public', status: [404, 404, 404, 404] },
}
