/** The one clock of the web server. Pure code takes a `now` instead of reading it. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
