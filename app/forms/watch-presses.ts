/** How long a person waits before a bar, and before a sentence (ms). */
const BAR_AFTER_MS = 400
const SENTENCE_AFTER_MS = 10_000

/** How long a form has been under way: it is not, just now, long enough for a bar, for a sentence. */
export type Busy = null | 'pressed' | 'bar' | 'long'

type Watched = {
  form: EventTarget
  button: EventTarget | null
  /** The window: it says when it shows a page again. */
  page: EventTarget
}

/**
 * Tells how long a form has been under way since its button was pressed. Another press is held back until the
 * person has read that it takes long and may be tried again; then the form is sent once more.
 * @returns what ends the watch
 */
export function watchPresses({ form, button, page }: Watched, tell: (busy: Busy) => void) {
  let busy: Busy = null
  let timers: ReturnType<typeof setTimeout>[] = []
  const become = (next: Busy, afterMs = 0) => {
    const change = () => {
      busy = next
      tell(next)
    }
    timers.push(setTimeout(change, afterMs))
  }
  const clear = () => {
    timers.forEach((timer) => clearTimeout(timer))
    timers = []
  }
  const onSubmit = (event: Event) => {
    if ((event as SubmitEvent).submitter !== button) return
    if (timers.length > 0 && busy !== 'long') return event.preventDefault()
    clear()
    busy = 'pressed'
    // After the browser has read the form: a changed button would send another value.
    become('pressed')
    become('bar', BAR_AFTER_MS)
    become('long', SENTENCE_AFTER_MS)
  }
  const reset = () => {
    clear()
    busy = null
    tell(null)
  }
  form.addEventListener('submit', onSubmit)
  // Back from the next page, the browser may show this one as it was left.
  page.addEventListener('pageshow', reset)
  return () => {
    form.removeEventListener('submit', onSubmit)
    page.removeEventListener('pageshow', reset)
    clear()
  }
}
