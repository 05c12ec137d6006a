import type { AutosaveState } from './use-autosave'

const WORDS: Record<AutosaveState, string> = {
  idle: '',
  saved: 'Saved',
  waiting: 'Not saved yet. We try again.',
  'signed-out': 'You are signed out. What you wrote is kept; send it to sign in and go on.',
}

/** How saving goes, quietly: it stands in the page from the start, so that its change is heard. */
export function AutosaveNote({ state }: { state: AutosaveState }) {
  return (
    <span className="small muted" role="status">
      {WORDS[state]}
    </span>
  )
}
