/** Units of Go's `time.ParseDuration`, in seconds. */
const units: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600 }

/** A duration as Supabase writes them ("24h", "1m30s"), in seconds. */
export function secondsOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)]
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit ?? ''] ?? 0), 0)
}
