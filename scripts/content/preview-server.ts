import { watch } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { MEDIA_PATH } from '~/features/articles/article'
import { type ExaminedContent, examineContent } from './examine-content'
import { listPage, missingPage, reloadScript, documentPage } from './preview-pages'
import { previewStyles } from './preview-styles'

type PreviewOptions = { contentDir: string; cacheDir: string; port: number }

const mediaTypes: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt',
}

/**
 * Serves drafts and all, on this machine only. A page asks for changes by an event stream and loads
 * again; without JavaScript one loads it oneself.
 */
export async function startPreview({ contentDir, cacheDir, port }: PreviewOptions) {
  const listeners = new Set<ServerResponse>()
  const examined = latest(() => examineContent(contentDir, cacheDir))
  const watcher = watch(contentDir, { recursive: true }, () => {
    examined.forget()
    for (const listener of listeners) listener.write('data: changed\n\n')
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = decodeURI(new URL(request.url ?? '/', 'http://preview').pathname)
    if (address === '/preview/changes') return listen(response, listeners)
    if (address === '/preview/reload.js') return send(response, 'text/javascript', reloadScript)
    if (address === '/preview/look.css') return send(response, 'text/css', await previewStyles())
    const content = await examined.get()
    if (address.startsWith(MEDIA_PATH)) return sendMedia(response, content, contentDir, address)
    if (address === '/') return send(response, 'text/html', listPage(content))
    const entry = content.site.byPath.get(address)
    const page = entry ? documentPage(content, entry) : missingPage(content, address)
    send(response, 'text/html', page, entry ? 200 : 404)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      send(
        response,
        'text/plain',
        error instanceof Error ? String(error.stack) : String(error),
        500,
      )
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      watcher.close()
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The last answer until it is forgotten; asked twice at once, it is made once. */
function latest<T>(make: () => Promise<T>) {
  let answer: Promise<T> | null = null
  return {
    get(): Promise<T> {
      answer ??= make()
      answer.catch(() => (answer = null))
      return answer
    },
    forget() {
      answer = null
    },
  }
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
  response.write(': open\n\n')
  listeners.add(response)
  response.on('close', () => listeners.delete(response))
}

async function sendMedia(
  response: ServerResponse,
  content: ExaminedContent,
  contentDir: string,
  address: string,
): Promise<void> {
  const all = content.site.entries.flatMap((entry) => entry.document?.media ?? [])
  const file = all.find((candidate) => candidate.url === address)
  if (!file) return send(response, 'text/plain', 'There is no such file.', 404)
  const type = mediaTypes[path.extname(file.name)] ?? 'application/octet-stream'
  send(response, type, await readFile(path.join(contentDir, file.name)))
}

function send(response: ServerResponse, type: string, body: string | Buffer, status = 200): void {
  const charset = type.startsWith('text/') ? '; charset=utf-8' : ''
  response.writeHead(status, { 'Content-Type': `${type}${charset}`, 'Cache-Control': 'no-store' })
  response.end(body)
}
