/** The JSON of a request, or `null`. Reads a copy, so that lite can read the body again. */
export async function peekJson(request: Request): Promise<unknown> {
  try {
    return await request.clone().json()
  } catch {
    return null
  }
}
