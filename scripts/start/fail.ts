/** Something that the person who starts the portal can mend; its message is shown alone. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}

/** Shows what went wrong and ends. A sentence where we know what to do, else all there is. */
export function fail(error: unknown): never {
  const known =
    error instanceof Error && ['StartProblem', 'EnvError', 'ContentError'].includes(error.name)
  console.error(known ? error.message : error)
  process.exit(1)
}
