import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestPortal, type TestPortal } from '../support/portal'

const SOCKETS = 300
/** The server gives headers 15 s and looks at its connections every 30 s. */
const PATIENCE_MS = 50_000

let portal: TestPortal

beforeAll(async () => {
  portal = await startTestPortal()
})

afterAll(() => portal.stop())

/** A connection that sends one byte of its headers a second and never comes to their end. */
function slowSocket(): { socket: Socket; closed: Promise<void> } {
  const socket = connect(Number(new URL(portal.url).port), 'localhost', () =>
    socket.write('GET /kb HTTP/1.1\r\nHost: localhost\r\nX-Slow: '),
  )
  const drip = setInterval(() => socket.write('a'), 1_000)
  const closed = new Promise<void>((resolve) => {
    socket.on('error', () => {}) // its end comes after it
    socket.on('close', () => {
      clearInterval(drip)
      resolve()
    })
  })
  socket.resume()
  return { socket, closed }
}

test('while hundreds of connections dawdle, everybody else is served; then they are cut', async () => {
  const dawdling = Array.from({ length: SOCKETS }, slowSocket)
  await wait(1_000)
  for (const path of ['/', '/kb', '/login', '/search?q=password']) {
    const started = performance.now()
    const answer = await fetch(portal.url + path)
    await answer.arrayBuffer()
    expect(answer.status).toBe(200)
    expect(performance.now() - started).toBeLessThan(1_000)
  }
  const cut = Promise.all(dawdling.map(({ closed }) => closed)).then(() => 'cut')
  expect(await Promise.race([cut, wait(PATIENCE_MS, 'still there')])).toBe('cut')
})

test('a form that comes in slowly over a poor line is still taken whole', async () => {
  const body = new URLSearchParams({ email: 'nobody@example.com', password: 'not the one' })
  const text = body.toString()
  const socket = connect(Number(new URL(portal.url).port), 'localhost')
  let heard = ''
  socket.on('data', (chunk) => (heard += chunk.toString()))
  const ended = new Promise((resolve) => socket.on('close', resolve))
  socket.write(
    `POST /login HTTP/1.1\r\nHost: ${new URL(portal.url).host}\r\nOrigin: ${portal.url}\r\nConnection: close\r\n` +
      `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${text.length}\r\n\r\n`,
  )
  for (const letter of text) {
    socket.write(letter)
    await wait(500)
  }
  await ended
  expect(heard).toMatch(/^HTTP\/1\.1 422 /)
})
