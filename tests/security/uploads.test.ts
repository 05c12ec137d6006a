import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gatherCast, type Actor, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { rawBytes } from '../support/raw-http'
import { fileLinks, openTicket, picture, reply, TYPED, writeTicket } from '../support/ticket-forms'

/** The limit where no setting says another (bytes). */
const MAX_FILE_BYTES = 10_000_000

let portal: TestPortal
let cast: Cast
let customer: Actor

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
  customer = cast.customer
})

afterAll(() => portal.stop())

type Kept = { name: string; content_type: string; size: number; objects: number }

/** The files that are kept for a draft, and how many objects stand in its folder. */
async function kept(draft: string): Promise<Kept[]> {
  return portal.supabase.query<Kept>(
    `select name, content_type, size,
        (select count(*)::int from storage.objects o where o.name like a.ticket_id || '/%') as objects
      from public.ticket_attachments a where ticket_id = $1 order by created_at`,
    [draft],
  )
}

async function attach(files: File | File[]) {
  const id = randomUUID()
  const answer = await writeTicket(customer, id, { files })
  const page = answer.status === 422 ? await answer.text() : ''
  return { id, status: answer.status, page, kept: await kept(id) }
}

const text = (content: string, name: string) => new File([content], name)

test('an empty file is refused by its name, and what was typed stays', async () => {
  const { status, page, kept } = await attach(text('', 'empty.txt'))
  expect(status).toBe(422)
  expect(page).toContain('“empty.txt” is empty')
  expect(page).toContain(TYPED.description)
  expect(kept).toEqual([])
})

test('a file of 10 MB is kept whole, and one byte more is refused with its limit', async () => {
  const largest = await attach(picture('largest.png', MAX_FILE_BYTES))
  expect(largest.status).toBe(303)
  expect(largest.kept).toMatchObject([{ size: MAX_FILE_BYTES, objects: 1 }])
  const larger = await attach(picture('larger.png', MAX_FILE_BYTES + 1))
  expect(larger.status).toBe(422)
  expect(larger.page).toContain('“larger.png” is larger than')
  expect(larger.kept).toEqual([])
})

test('the hint under the field and the refusal name the same limit', async () => {
  const hint = await (await customer.get('/tickets/new')).text()
  const limit = /files of ([\d.]+ MB)/.exec(hint)?.[1]
  const { page } = await attach(picture('larger.png', MAX_FILE_BYTES + 1))
  expect(page).toContain(`larger than ${limit}`)
})

test.each([11, 25])('of %i files, ten are kept and the others named', async (number) => {
  const files = Array.from({ length: number }, (_, i) => text(`file ${i}`, `file-${i}.txt`))
  const { status, page, kept } = await attach(files)
  expect(status).toBe(422)
  expect(kept).toHaveLength(10)
  expect(page).toContain('“file-10.txt” is one too many')
  expect(page).toContain(TYPED.description)
})

const MZ = 'MZ\u0090\u0000\u0003'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

test.each([
  ['a program named as a picture', new File([MZ], 'holiday.png')],
  ['a picture named as a program', picture('holiday.exe')],
  ['a picture named as text', picture('holiday.txt')],
  ['a program named as text', new File([`${MZ}\u0000`], 'notes.txt')],
  ['a drawing', text(SVG, 'drawing.svg')],
  ['a drawing named as text', text(`<?xml version="1.0"?>${SVG}`, 'drawing.txt')],
  ['a page', text('<!doctype html><script>alert(1)</script>', 'page.html')],
  [
    'XML with a DTD',
    text('<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd">', 'x.xml'),
  ],
  ['XHTML', text('<html xmlns="http://www.w3.org/1999/xhtml"/>', 'page.xhtml')],
  ['a script', text('alert(1)', 'a.js')],
  ['a file without an ending', text('words', 'README')],
  ['two endings', text('<?php', 'photo.png.php')],
])('%s is refused, and nothing of it is stored', async (_what, file) => {
  const { status, page, kept, id } = await attach(file)
  expect(status).toBe(422)
  expect(page).toContain(`“${file.name}” cannot be attached`)
  expect(kept).toEqual([])
  const objects = await portal.supabase.query('select 1 from storage.objects where name like $1', [
    `${id}/%`,
  ])
  expect(objects).toEqual([])
})

async function served(file: File) {
  const { number } = await openTicket(customer, { files: file })
  const page = await (await customer.get(`/tickets/${number}`)).text()
  return customer.get(fileLinks(page)[0]!)
}

test.each([
  ['a picture', picture('shot.png'), 'image/png', 'inline'],
  [
    'a page in the clothes of a GIF',
    text('GIF89a/*<script>alert(1)</script>*/', 'p.gif'),
    'image/gif',
    'inline',
  ],
  [
    'a page as text',
    text('<script>alert(1)</script>', 'p.txt'),
    'text/plain; charset=utf-8',
    'attachment',
  ],
  ['a PDF', text('%PDF-1.7\n', 'p.pdf'), 'application/pdf', 'inline'],
])('%s is served so that nothing in it can run', async (_what, file, type, disposition) => {
  const { headers } = await served(file)
  expect(headers.get('Content-Type')).toBe(type)
  expect(headers.get('Content-Disposition')).toMatch(new RegExp(`^${disposition}; filename="`))
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*; sandbox$/)
  expect(headers.get('Cache-Control')).toBe('private, no-store')
})

test.each([
  ['a\r\nSet-Cookie: x=y.txt', 'aSet-Cookie_ x=y.txt'],
  ['../../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\boot\\ini.txt', 'ini.txt'],
  ['photo\u202egpj.txt', 'photogpj.txt'],
  ['CON.txt', 'CON.txt'],
  ['"; filename="evil.html".txt', '_; filename=_evil.html_.txt'],
  ['naïve ’ 猫.txt', 'naïve ’ 猫.txt'],
  ['u\u0308ber.txt', '\u00fcber.txt'],
])('a file called %j is kept and served as %j', async (name, expected) => {
  const boundary = 'portico-test'
  const escaped = name.replaceAll('"', '%22').replaceAll('\r\n', '%0D%0A')
  const raw = name.includes('\r') ? escaped : name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  const body = [
    ...Object.entries({ ...TYPED, intent: 'continue' }).flatMap(([field, value]) => [
      `--${boundary}`,
      `Content-Disposition: form-data; name="${field}"`,
      '',
      value,
    ]),
    `--${boundary}`,
    `Content-Disposition: form-data; name="files"; filename="${raw}"`,
    'Content-Type: text/plain',
    '',
    `the file ${name}`,
    `--${boundary}--`,
    '',
  ].join('\r\n')
  const id = randomUUID()
  const headers = {
    Origin: portal.url,
    'Content-Type': `multipart/form-data; boundary=${boundary}`,
  }
  const answer = await customer.request(`/tickets/new?draft=${id}`, {
    method: 'POST',
    body,
    headers,
  })
  expect(answer.status).toBe(303)
  const [file] = await kept(id)
  expect(file!.name).toBe(name.includes('\r') ? 'a%0D%0ASet-Cookie_ x=y.txt' : expected)
  await customer.post(`/tickets/new/answers?draft=${id}`)
  const [sent] = await portal.supabase.query<{ number: number; file: string }>(
    `select t.number, a.id as file from public.tickets t
      join public.ticket_attachments a on a.ticket_id = t.id where t.id = $1`,
    [id],
  )
  const { headers: got } = await customer.get(`/tickets/${sent!.number}/files/${sent!.file}`)
  expect(got.getSetCookie()).toEqual([])
  expect(got.get('Content-Disposition')).toMatch(
    /^attachment; filename="[^"\r\n\\]*"; filename\*=UTF-8''[\w%!~.-]+$/,
  )
})

test('a name of 300 characters keeps its ending', async () => {
  const [file] = (await attach(text('words', `${'a'.repeat(300)}.txt`))).kept
  expect(file!.name).toHaveLength(120)
  expect(file!.name).toMatch(/\.txt$/)
})

test('two different files of one name are both kept', async () => {
  const { kept } = await attach([text('one', 'same.txt'), text('two', 'same.txt')])
  expect(kept).toMatchObject([{ name: 'same.txt', objects: 2 }, { name: 'same.txt' }])
})

/** An archive of one entry that unpacks to 256 MB, under the name that office files are known by. */
function bomb(name: string): File {
  const entry = '[Content_Types].xml'
  const packed = deflateRawSync(Buffer.alloc(256 * 1024 * 1024), { level: 1 })
  const head = Buffer.alloc(30)
  head.write('PK\x03\x04', 'latin1')
  head.writeUInt16LE(8, 8) // deflated
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(256 * 1024 * 1024, 22)
  head.writeUInt16LE(entry.length, 26)
  return new File([head, entry, packed], name)
}

/** The most memory that the web server has ever had, in MB; 0 on systems that do not tell. */
function peakMemory(): number {
  const file = `/proc/${portal.pid()}/status`
  const status = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

test('an archive that would unpack to far too much is not unpacked', async () => {
  const files = [bomb('bomb.zip'), bomb('bomb.docx')]
  await attach(picture('largest.png', MAX_FILE_BYTES))
  const before = peakMemory()
  const { kept } = await attach(files)
  expect(kept).toHaveLength(2)
  expect(peakMemory() - before).toBeLessThan(100)
})

test('an upload without a session is stored nowhere', async () => {
  const before = await portal.supabase.query('select count(*) from storage.objects')
  const { number } = await openTicket(customer)
  for (const path of [`/tickets/new?draft=${randomUUID()}`, `/tickets/${number}`]) {
    const answer = await cast.anonymous.post(path, { ...TYPED, files: picture() })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toMatch(/^\/login\?next=/)
  }
  expect(await portal.supabase.query('select count(*) from storage.objects')).toEqual(before)
})

test('an upload to a ticket of somebody else is stored nowhere', async () => {
  const { id, number } = await openTicket(customer)
  const answer = await reply(cast.secondCustomer, `/tickets/${number}`, {
    reply: 'x',
    files: picture(),
  })
  expect(answer.status).toBe(404)
  expect(await kept(id)).toEqual([])
})

const HEAD = 'Content-Type: multipart/form-data; boundary=b'
const FILE_PART =
  '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhalf a file'

async function sendRaw(head: string[], body: string) {
  const id = randomUUID()
  const lines = [
    `POST /tickets/new?draft=${id} HTTP/1.1`,
    `Host: ${new URL(portal.url).host}`,
    `Origin: ${portal.url}`,
    `Cookie: ${customer.cookieHeader()}`,
    ...head,
  ]
  const started = performance.now()
  const heard = await rawBytes(portal.url, `${lines.join('\r\n')}\r\n\r\n${body}`, 3_000)
  return { id, heard, ms: performance.now() - started }
}

const length = (body: string) => `Content-Length: ${Buffer.byteLength(body)}`

test.each([
  ['without its last boundary', [HEAD, length(FILE_PART)], FILE_PART],
  ['without a boundary', ['Content-Type: multipart/form-data', length(FILE_PART)], FILE_PART],
  ['with nothing in it', [HEAD, 'Content-Length: 0'], ''],
] as [string, string[], string][])(
  'a form %s is refused with a sentence',
  async (_what, head, body) => {
    const { id, heard } = await sendRaw([...head, 'Connection: close'], body)
    expect(heard).toMatch(/^HTTP\/1\.1 400/)
    expect(heard).toContain('This form could not be read')
    expect(await kept(id)).toEqual([])
  },
)

test('a form of ten thousand parts is refused fast', async () => {
  const part = '--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n\r\n'
  const body = `${part.repeat(10_000)}--b--\r\n`
  const { heard, ms } = await sendRaw([HEAD, length(body), 'Connection: close'], body)
  expect(heard).toMatch(/^HTTP\/1\.1 400/)
  expect(ms).toBeLessThan(3_000)
})

test('a part with a megabyte of headers is refused, and the server lives', async () => {
  const body = `--b\r\nContent-Disposition: form-data; name="x"; y="${'a'.repeat(1024 * 1024)}"\r\n\r\n\r\n--b--\r\n`
  const { heard } = await sendRaw([HEAD, length(body), 'Connection: close'], body)
  expect(heard).toMatch(/^HTTP\/1\.1 4\d\d/)
  expect((await customer.get('/health')).status).toBe(200)
})

test('an upload that breaks off leaves no row and no object', async () => {
  const { id, heard } = await sendRaw([HEAD, 'Content-Length: 5000000'], FILE_PART)
  expect(heard).toBe('')
  expect(await kept(id)).toEqual([])
  const objects = await portal.supabase.query('select 1 from storage.objects where name like $1', [
    `${id}/%`,
  ])
  expect(objects).toEqual([])
})

test('a file that was announced but never arrived does not go with the ticket', async () => {
  const id = randomUUID()
  await writeTicket(customer, id)
  await portal.supabase.query(
    `insert into public.ticket_attachments
        (id, ticket_id, message_key, uploaded_by, name, content_type, size)
      select gen_random_uuid(), d.id, d.id, d.owner_id, 'never.txt', 'text/plain', 5
      from public.ticket_drafts d where d.id = $1`,
    [id],
  )
  const draft = await (await customer.get(`/tickets/new?draft=${id}`)).text()
  expect(draft).not.toContain('never.txt')
  const page = await customer.postAndFollow(`/tickets/new/answers?draft=${id}`)
  expect(await page.text()).not.toContain('never.txt')
})

test('what may be attached is as the operator has set it, in the form and for what is sent', async () => {
  const set = {
    ATTACHMENT_KINDS: 'text,office',
    ATTACHMENT_MAX_FILES: '2',
    ATTACHMENT_MAX_MB: '12',
  }
  await portal.kill('SIGTERM')
  await portal.restart(set)
  try {
    const form = await (await customer.get('/tickets/new')).text()
    expect(form).toContain('Up to 2 files of 12 MB: text, CSV, office documents.')
    expect(form).toMatch(/accept="\.txt,[^"]*\.ods"/)

    const large = await attach(text('a'.repeat(11_000_000), 'large.txt'))
    expect(large.kept).toMatchObject([{ name: 'large.txt', objects: 1 }])
    const larger = await attach(text('a'.repeat(12_000_001), 'larger.txt'))
    expect(larger.page).toContain('“larger.txt” is larger than 12 MB')

    const { page } = await attach([picture(), text('PK\u0003\u0004', 'logs.zip')])
    expect(page).toContain('“picture.png” cannot be attached. Choose text, CSV, office documents')
    expect(page).toContain('“logs.zip” cannot be attached')

    const three = await attach(['1', '2', '3'].map((name) => text(name, `${name}.txt`)))
    expect(three.page).toContain('“3.txt” is one too many. Attach 2 files at most')
    expect(three.kept).toHaveLength(2)
  } finally {
    await portal.kill('SIGTERM')
    await portal.restart()
  }
})
