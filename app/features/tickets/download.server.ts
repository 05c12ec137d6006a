import { contentDisposition } from './file-name'

const encoder = new TextEncoder()

/** A file that is made while it is sent, for its reader alone. Whoever stops reading stops the making. */
export function streamedDownload(
  text: AsyncGenerator<string>,
  { name, contentType }: { name: string; contentType: string },
): Response {
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void text.return(undefined),
  })
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': contentDisposition('attachment', name),
      'Cache-Control': 'private, no-store',
    },
  })
}
