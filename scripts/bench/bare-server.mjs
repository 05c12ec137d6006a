// The least that can serve a page: what the portal's rate is held against.
import { createServer } from 'node:http'

const body = Buffer.from(process.env.BODY, 'base64')
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Encoding': 'br',
  'Content-Length': body.length,
}

createServer((_req, res) => res.writeHead(200, headers).end(body)).listen(
  process.env.PORT,
  '127.0.0.1',
  () => console.log('ready'),
)
process.once('disconnect', () => process.exit(0))
