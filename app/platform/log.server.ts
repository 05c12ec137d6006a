import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * One JSON line per event on standard output, in UTC. pino escapes line breaks, so nothing that a
 * person typed can forge a line; what must never be logged is removed by its name.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['password', 'token', 'token_hash', 'cookie', 'authorization', 'headers'],
      remove: true,
    },
  })
}
