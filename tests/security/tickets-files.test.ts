import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { gatherCast, type Cast } from '../support/actors'
import { startTestPortal, type TestPortal } from '../support/portal'
import { fileLinks, openTicket, picture } from '../support/ticket-forms'

let portal: TestPortal
let cast: Cast

beforeAll(async () => {
  portal = await startTestPortal()
  cast = await gatherCast(portal)
})
afterAll(() => portal.stop())

/** The address of a file of a new ticket. */
async function send(file: File): Promise<string> {
  const { number } = await openTicket(cast.customer, { files: file })
  return fileLinks(await (await cast.customer.get(`/tickets/${number}`)).text())[0]!
}

async function photo(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
  const background = { r: 200, g: 100, b: 50 }
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } })
    .jpeg()
    .toBuffer()
  return new Uint8Array(bytes)
}

test('a picture has a page and a thumbnail without the place where it was taken', async () => {
  const bytes = await photo(800, 400)
  const path = await send(new File([bytes], 'place.jpg'))
  const page = await cast.customer.get(`${path}/view`)
  expect(await page.text()).toContain(`src="${path}"`)

  const small = await cast.customer.get(`${path}/thumbnail`)
  expect(small.headers.get('Content-Type')).toBe('image/webp')
  expect(small.headers.get('Cache-Control')).toBe('private, max-age=86400, immutable')
  const facts = await sharp(Buffer.from(await small.arrayBuffer())).metadata()
  expect(facts).toMatchObject({ width: 240, height: 120 })
  expect(facts.exif).toBeUndefined()
})

test('a picture that would unpack to far too much is not unpacked', async () => {
  const bomb = await sharp({
    create: { width: 9_000, height: 9_000, channels: 3, background: 'white' },
  })
    .png({ compressionLevel: 9 })
    .toBuffer()
  const path = await send(new File([new Uint8Array(bomb)], 'bomb.png'))
  expect((await cast.customer.get(`${path}/thumbnail`)).status).toBe(404)
  expect((await cast.customer.get(`/tickets`)).status).toBe(200)
})

test('what only looks like a picture has no thumbnail, and nothing falls over', async () => {
  const path = await send(picture('broken.png'))
  expect((await cast.customer.get(`${path}/thumbnail`)).status).toBe(404)
  expect((await cast.customer.get(`${path}/view`)).status).toBe(200)
})

test('a text is shown as text, the beginning of a long one', async () => {
  const path = await send(new File(['<script>alert(1)</script>\n'.repeat(20_000)], 'long.txt'))
  const html = await (await cast.customer.get(`${path}/view`)).text()
  expect(html).toContain('This is the beginning')
  expect(html).toContain('&lt;script&gt;alert(1)')
  expect(html).not.toContain('<script>alert(1)')
})

test('a PDF has a page, and opens in a sandbox of its own', async () => {
  const path = await send(new File(['%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n'], 'bill.pdf'))
  const html = await (await cast.customer.get(`${path}/view`)).text()
  expect(html).toContain('Open the PDF')
  expect(html).toContain(`href="${path}"`)
  expect(html).not.toMatch(/<(iframe|object|embed)/)
  const file = await cast.customer.get(path)
  expect(file.headers.get('Content-Disposition')).toMatch(/^inline; filename="bill\.pdf"/)
  expect(file.headers.get('Content-Type')).toBe('application/pdf')
  expect(file.headers.get('Content-Security-Policy')).toMatch(/default-src 'none'.*; sandbox$/)
  expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect((await cast.customer.get(`${path}/thumbnail`)).status).toBe(404)
})

test('what can only be downloaded has no page', async () => {
  const path = await send(new File(['PK\u0005\u0006', new Uint8Array(18)], 'logs.zip'))
  const view = await cast.customer.get(`${path}/view`)
  expect(view.headers.get('Location')).toBe(path)
  expect((await cast.customer.get(path)).headers.get('Content-Disposition')).toMatch(/^attachment/)
})

test.each(['', '/view', '/thumbnail'])(
  'a file%s of somebody else is not found, as an unknown one',
  async (rest) => {
    const path = await send(new File([await photo(20, 20)], 'mine.jpg'))
    expect((await cast.secondCustomer.get(path + rest)).status).toBe(404)
    const unknown = path.replace(/[\w-]+$/, '9b2f5a52-7a0e-4c83-9d6c-000000000001')
    expect((await cast.customer.get(unknown + rest)).status).toBe(404)
    expect((await cast.anonymous.get(path + rest)).status).toBe(302)
  },
)
