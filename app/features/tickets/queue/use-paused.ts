import { useSyncExternalStore } from 'react'

const KEY = 'queue-updates'
const CHANGED = 'queue-updates-changed'

/** Whether somebody wants the list to stay as it is; kept for the window, since every form loads the page again. */
export function usePaused(): [boolean, (paused: boolean) => void] {
  return [useSyncExternalStore(subscribe, isPaused, () => false), setPaused]
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange)
  return () => window.removeEventListener(CHANGED, onChange)
}

function isPaused(): boolean {
  return window.sessionStorage.getItem(KEY) === 'paused'
}

function setPaused(paused: boolean): void {
  window.sessionStorage.setItem(KEY, paused ? 'paused' : 'going')
  window.dispatchEvent(new Event(CHANGED))
}
