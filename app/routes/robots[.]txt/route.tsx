import { publicLoader } from '~/http/handlers.server'

/** What is private or has no end is not worth a robot's time; nothing here protects anything. */
const CLOSED = ['/account', '/tickets', '/admin', '/auth', '/search']

export const loader = publicLoader(async ({ context }) => {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    `Sitemap: ${context.env.PUBLIC_URL}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
})
