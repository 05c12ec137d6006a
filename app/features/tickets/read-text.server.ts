/** As much of a text as a page shows (bytes). */
const SHOWN_BYTES = 200_000

/** The beginning of a text file, and whether that is all of it. Reads no further. */
export async function readBeginning(
  body: ReadableStream<Uint8Array>,
): Promise<{ text: string; whole: boolean }> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  while (size < SHOWN_BYTES) {
    const { value, done } = await reader.read()
    if (done) return { text: text + decoder.decode(), whole: true }
    const room = value.subarray(0, SHOWN_BYTES - size)
    text += decoder.decode(room, { stream: true })
    size += value.length
  }
  await reader.cancel()
  return { text, whole: false }
}
