import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import sirv from 'sirv'

type StaticFiles = (req: IncomingMessage, res: ServerResponse, next: () => void) => void

function hashedFolder(folder: string): StaticFiles {
  if (!existsSync(folder)) return (_req, _res, next) => next()
  return sirv(folder, {
    immutable: true,
    maxAge: 31_536_000,
    etag: true,
    brotli: true,
    gzip: true,
    dotfiles: false,
  })
}

/** Files that never change under their name: `/assets/…` of the build and `/media/…` of the content. */
export function createStaticFiles(clientDir: string, contentDir: string): StaticFiles {
  const assets = hashedFolder(join(clientDir, 'assets'))
  const media = hashedFolder(join(contentDir, 'media'))
  return (req, res, next) => {
    const url = req.url ?? '/'
    const [, folder] = /^\/(assets|media)\//.exec(url) ?? []
    if (!folder || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    req.url = url.slice(folder.length + 1)
    // A file that a new release has taken away is one broken answer, not the end of the server.
    res.once('pipe', (file: Readable) => file.once('error', () => res.destroy()))
    const restore = () => {
      req.url = url
      next()
    }
    if (folder === 'assets') assets(req, res, restore)
    else media(req, res, restore)
  }
}
