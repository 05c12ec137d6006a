/** "in 12 minutes", as people say it; never "in 0 minutes". */
export function inMinutes(seconds: number): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`
}
