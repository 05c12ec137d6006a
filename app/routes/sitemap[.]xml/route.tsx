import { openContent } from '~/features/articles/content.server'
import { sitemap } from '~/features/articles/sitemap'
import { publicLoader } from '~/http/handlers.server'

export const loader = publicLoader(async ({ context }) => {
  const documents = openContent(context.env.CONTENT_DIR).listDocuments()
  return new Response(sitemap(context.env.PUBLIC_URL, documents), {
    headers: {
      'Content-Type': 'application/xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
})
