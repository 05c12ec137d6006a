import type { Message } from './mailbox'

export function mailboxPage(messages: Message[]): string {
  const rows = messages.map(
    (message) => `<tr>
      <td><time datetime="${message.at}">${readableTime(message.at)}</time></td>
      <td>${message.kind === 'sms' ? 'SMS' : 'Mail'}</td>
      <td>${escapeHtml(message.to)}</td>
      <td><a href="/mailbox/${message.id}">${escapeHtml(message.subject || firstLine(message.text))}</a></td>
    </tr>`,
  )
  const list = `<table>
    <thead><tr><th>Sent</th><th>Kind</th><th>To</th><th>Subject</th></tr></thead>
    <tbody>${rows.join('\n')}</tbody>
  </table>`
  const intro = `<p>Nothing leaves this computer: every mail and SMS of the portal ends here.</p>`
  return page('Mailbox', intro + (rows.length ? list : '<p>There is no message yet.</p>'))
}

export function messagePage(message: Message): string {
  const html = message.html
    ? `<p><a href="/mailbox/${message.id}/html">Show the HTML part</a></p>`
    : ''
  return page(
    message.subject || (message.kind === 'sms' ? 'SMS' : 'Mail'),
    `<dl>
      <dt>To</dt><dd>${escapeHtml(message.to)}</dd>
      <dt>Sent</dt><dd><time datetime="${message.at}">${readableTime(message.at)}</time></dd>
    </dl>
    ${paragraphs(message.text)}
    ${html}
    <p><a href="/mailbox">Back to the mailbox</a></p>`,
  )
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body}
</body>
</html>
`
}

function paragraphs(text: string): string {
  const blocks = text.split(/\n\s*\n/)
  return blocks.map((block) => `<p>${linkify(block).replaceAll('\n', '<br>')}</p>`).join('\n')
}

function linkify(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/)
  return parts
    .map((part, i) => {
      const words = escapeHtml(part)
      return i % 2 ? `<a href="${words}">${words}</a>` : words
    })
    .join('')
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.slice(0, 80) || 'No subject'
}

function readableTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
