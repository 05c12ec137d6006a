import { Flash } from '~/ui/flash'
import type { Attachment } from './ticket'

type Props = {
  /** Names of files that were chosen while the session had ended, and could not be kept. */
  lost: readonly string[]
  /** What is kept: who chose the file again is not told that it is missing. */
  files: readonly Attachment[]
}

/** Says after signing in which files did not come along, and what to do. */
export function LostFiles({ lost, files }: Props) {
  const missing = lost.filter((name) => !files.some((file) => file.name === name))
  if (missing.length === 0) return null
  const several = missing.length > 1
  return (
    <Flash tone="warn">
      <strong>
        Not attached:{' '}
        {missing.map((name, place) => (
          <span key={`${name} ${place}`}>
            {place > 0 ? ', ' : ''}“<bdi>{name}</bdi>”
          </span>
        ))}
        .
      </strong>{' '}
      {several ? 'These files' : 'This file'} could not be kept while you were signed out.{' '}
      <a href="#files">Choose {several ? 'them' : 'it'} again</a>, or send without{' '}
      {several ? 'them' : 'it'}.
    </Flash>
  )
}
