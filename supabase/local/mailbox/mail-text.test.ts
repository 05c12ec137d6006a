import { expect, test } from 'vitest'
import { textOfMail } from './mail-text'

test('paragraphs stay apart, and a link is its words and its address', () => {
  const html = `<!doctype html>
    <html><head><title>Title</title></head>
    <body>
      <p>Hello,</p>
      <p>Tea &amp;
         cake:</p>
      <p><a href="http://a.example/?x=1&amp;y=2"
        >Go
        there</a
      ></p>
    </body></html>`
  expect(textOfMail(html)).toBe('Hello,\n\nTea & cake:\n\nGo there:\nhttp://a.example/?x=1&y=2')
})
