import type { PageState } from './page-state'

/** The help centre and search. */
export const READING: PageState[] = [
  { name: 'home', actor: 'guest', path: '/' },
  { name: 'articles', actor: 'guest', path: '/kb' },
  { name: 'article-category', actor: 'guest', path: '/kb/tickets' },
  { name: 'article', actor: 'guest', path: '/kb/tickets/add-files' },
  { name: 'answers', actor: 'guest', path: '/faq' },
  { name: 'answers-found', actor: 'guest', path: '/faq?q=javascript' },
  { name: 'answer-category', actor: 'guest', path: '/faq/any-browser' },
  { name: 'answer', actor: 'guest', path: '/faq/any-browser/which-browsers' },
  { name: 'search', actor: 'guest', path: '/search?q=add+a+file' },
  { name: 'search-empty', actor: 'guest', path: '/search' },
  { name: 'search-none', actor: 'guest', path: '/search?q=xylophone' },
  { name: 'tutorials', actor: 'guest', path: '/tutorials' },
  { name: 'tutorial', actor: 'guest', path: '/tutorials/first-ticket' },
  { name: 'tutorial-step', actor: 'guest', path: '/tutorials/first-ticket/add-a-file' },
]
