/** Asks lite, for what our routes leave to it. */
export type AskLite = (request: Request) => Promise<Response>
