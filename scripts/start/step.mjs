/** How often a step that still runs shows that it moves (ms). */
const BEAT_MS = 1000

/**
 * Says what is being done, shows that it moves, and says how long it took.
 * @template T
 * @param {string} label what is done, such as "Installing packages"
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const started = performance.now()
  process.stdout.write(`${label} `)
  const beat = setInterval(() => process.stdout.write('.'), BEAT_MS)
  try {
    const result = await work()
    clearInterval(beat)
    process.stdout.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
    return result
  } catch (error) {
    clearInterval(beat)
    process.stdout.write(' failed\n')
    throw error
  }
}
