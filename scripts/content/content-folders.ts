import path from 'node:path'
import { fileURLToPath } from 'node:url'

type ContentFolders = { contentDir: string; outDir: string; cacheDir: string }

/** Where the commands read and write; CONTENT_SOURCE, CONTENT_DIR and CONTENT_CACHE name others. */
export function contentFolders(environment = process.env): ContentFolders {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  return {
    contentDir: path.resolve(environment.CONTENT_SOURCE ?? path.join(root, 'content')),
    outDir: path.resolve(environment.CONTENT_DIR ?? path.join(root, 'build/content')),
    cacheDir: path.resolve(environment.CONTENT_CACHE ?? path.join(root, '.cache/content')),
  }
}
