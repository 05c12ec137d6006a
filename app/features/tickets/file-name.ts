const LONGEST = 120

/** Path parts, control characters, and marks that turn the reading direction around. */
// eslint-disable-next-line no-control-regex -- control characters are what is removed
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * A file name that is safe to store, show and send as a header, as close to the person's own as can be.
 * Bidi marks go because `gpj.exe` could be made to read `exe.jpg`.
 */
export function safeFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(UNSAFE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '')
  const characters = [...clean]
  if (characters.length === 0) return 'file'
  if (characters.length <= LONGEST) return clean
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  return characters.slice(0, LONGEST - ending.length).join('') + ending
}

/** `Content-Disposition` of a download (RFC 6266): an ASCII name for old browsers, the real one beside it. */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const ascii = name.replace(/[^\u0020-\u007e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
