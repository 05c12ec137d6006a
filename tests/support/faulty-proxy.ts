import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a backend in trouble does to a request. */
export type Fault =
  /** The connection is closed at once, as when nothing listens. */
  | 'refuse'
  /** Nothing comes back. */
  | 'hang'
  /** A page of something else that answers under its name. */
  | 'html'
  /** Its own error. */
  | 'error'
  /** A gateway's error page. */
  | 'bad-gateway'
  /** Overloaded, and asks for patience. */
  | 'busy'
  /** Too many asked. */
  | 'too-many'
  /** Half of an answer, said to be whole. */
  | 'half-json'
  /** Half of an answer, then the connection breaks. */
  | 'broken-off'
  /** The whole answer, over ten seconds. */
  | 'slow'

export type FaultyProxy = {
  url: string
  /** Where requests go while all is well. */
  sendTo(url: string): void
  /** From now on, paths that start so meet this fault. */
  fail(path: string, fault: Fault): void
  /** Keeps the next request whose path starts so waiting until the returned function is called. */
  hold(path: string): () => void
  heal(): void
  /** How many requests came whose path starts so, but for those that no page asks for. */
  count(path: string): number
  close(): Promise<void>
}

const SLOW_MS = 10_000

/** What a web server exchanges once a minute by itself, whatever it is asked for: how often pages were read. */
const BY_ITSELF = /^\/rest\/v1\/rpc\/(?:count_views|most_viewed)\b/

/** A server between the portal and Supabase, whose faults can be chosen path by path. */
export async function startFaultyProxy(): Promise<FaultyProxy> {
  let target = ''
  let seen: string[] = []
  const faults = new Map<string, Fault>()
  const holds: { path: string; released: Promise<void> }[] = []
  const server = createServer((req, res) => {
    const path = req.url ?? '/'
    seen.push(path)
    const [, fault] = [...faults].find(([prefix]) => path.startsWith(prefix)) ?? []
    if (fault && fault !== 'slow') return misbehave(fault, req, res)
    const pass = () => forward(new URL(path, target), fault === 'slow', req, res)
    const held = holds.findIndex((hold) => path.startsWith(hold.path))
    if (held < 0) pass()
    else void holds.splice(held, 1)[0]!.released.then(pass)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sendTo: (url) => void (target = url),
    fail: (path, fault) => void faults.set(path, fault),
    hold: (path) => {
      let release = () => {}
      holds.push({ path, released: new Promise((resolve) => (release = resolve)) })
      return release
    },
    heal: () => {
      faults.clear()
      seen = []
    },
    count: (path) => seen.filter((each) => each.startsWith(path) && !BY_ITSELF.test(each)).length,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

const JSON_TYPE = { 'Content-Type': 'application/json' }

type Answer = { status: number; headers: Record<string, string>; body: string }

const ANSWERS: Partial<Record<Fault, Answer>> = {
  html: {
    status: 200,
    headers: { 'Content-Type': 'text/html' },
    body: '<!doctype html><title>Welcome to nginx</title>',
  },
  error: {
    status: 500,
    headers: JSON_TYPE,
    body: '{"code":"XX000","message":"the disk of the database is full","hint":null}',
  },
  'bad-gateway': {
    status: 502,
    headers: { 'Content-Type': 'text/html' },
    body: '<h1>502 Bad Gateway</h1>',
  },
  busy: {
    status: 503,
    headers: { ...JSON_TYPE, 'Retry-After': '30' },
    body: '{"code":"PGRST002","message":"Could not query the database for the schema cache."}',
  },
  'too-many': {
    status: 429,
    headers: JSON_TYPE,
    body: '{"code":429,"error_code":"over_request_rate_limit","msg":"Request rate limit reached"}',
  },
  'half-json': { status: 200, headers: JSON_TYPE, body: '[{"id":"d0f0' },
}

function misbehave(fault: Fault, req: IncomingMessage, res: ServerResponse): void {
  req.resume()
  const answer = ANSWERS[fault]
  if (answer) {
    res.writeHead(answer.status, answer.headers).end(answer.body)
  } else if (fault === 'broken-off') {
    res.writeHead(200, { ...JSON_TYPE, 'Content-Length': '5000' })
    res.write('[{"id":', () => res.destroy())
  } else if (fault === 'refuse') {
    req.socket.destroy()
  }
}

function forward(url: URL, slowly: boolean, req: IncomingMessage, res: ServerResponse): void {
  const headers = { ...req.headers, host: url.host }
  const onward = request(url, { method: req.method, headers }, (answer) => {
    res.writeHead(answer.statusCode ?? 502, answer.headers)
    if (slowly) trickle(answer, res)
    else answer.pipe(res)
  })
  onward.on('error', () => res.destroy())
  res.on('close', () => onward.destroy())
  req.pipe(onward)
}

/** Sends an answer in twenty pieces over {@link SLOW_MS}. */
function trickle(answer: IncomingMessage, res: ServerResponse): void {
  const chunks: Buffer[] = []
  answer.on('data', (chunk: Buffer) => chunks.push(chunk))
  answer.on('end', () => {
    const body = Buffer.concat(chunks)
    const step = Math.ceil(body.length / 20)
    let sent = 0
    const timer = setInterval(() => {
      res.write(body.subarray(sent, (sent += step)))
      if (sent < body.length) return
      clearInterval(timer)
      res.end()
    }, SLOW_MS / 20)
    res.on('close', () => clearInterval(timer))
  })
}
