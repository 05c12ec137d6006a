import { useEffect, useState, type RefObject } from 'react'

/** How long typing must rest before it is saved, and before a failed save is tried again (ms). */
const REST_MS = 1_200
const RETRY_MS = 5_000

export type AutosaveState = 'idle' | 'saved' | 'waiting' | 'signed-out'

/** The address at which Remix answers an action alone, without the page around it. */
function dataAddress(form: HTMLFormElement): string {
  const url = new URL(form.action)
  url.pathname += '.data'
  return url.href
}

/** What was typed; files wait for the buttons. */
function typedText(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams({ intent: 'autosave' })
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value)
  }
  return body
}

/** What an answer to a save means; null where trying again may help. */
function stateAfter(status: number): AutosaveState | null {
  if (status === 200) return 'saved'
  if (status === 202) return 'signed-out' // a redirect, in Remix's own words
  return status >= 500 || status === 429 ? null : 'idle'
}

/**
 * Saves a form as it is typed, by its own action, a little after each pause; on leaving the page at
 * once. Sending the form ends it, so that an older text can never arrive after the sent one.
 * @param onSaved called after each text that has arrived
 */
export function useAutosave(
  ref: RefObject<HTMLFormElement>,
  onSaved?: (form: HTMLFormElement) => void,
): AutosaveState {
  const [state, setState] = useState<AutosaveState>('idle')
  useEffect(() => {
    const form = ref.current
    if (!form) return
    let timer: number | undefined
    let changed = false
    let sending = new AbortController()

    const plan = (delay: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void save(), delay)
    }
    async function save(keepalive = false) {
      if (!form || !changed) return
      changed = false
      sending.abort()
      sending = new AbortController()
      const { signal } = sending
      const request = { method: 'POST', body: typedText(form), signal, keepalive }
      const answer = await fetch(dataAddress(form), request).catch(() => null)
      if (signal.aborted) return
      const next = answer ? stateAfter(answer.status) : null
      if (next === 'saved') onSaved?.(form)
      setState(next ?? 'waiting')
      if (next !== null) return
      changed = true
      plan(RETRY_MS)
    }
    const onInput = (event: Event) => {
      const field = event.target as HTMLInputElement
      if (field.type === 'file' || field.closest('[data-autosave=off]')) return
      changed = true
      plan(REST_MS)
    }
    const stop = () => {
      changed = false
      window.clearTimeout(timer)
      sending.abort()
    }
    const onHide = () => {
      if (document.visibilityState === 'hidden') void save(true)
    }
    form.addEventListener('input', onInput)
    form.addEventListener('submit', stop)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      stop()
      form.removeEventListener('input', onInput)
      form.removeEventListener('submit', stop)
      document.removeEventListener('visibilitychange', onHide)
    }
  }, [ref, onSaved])
  return state
}
