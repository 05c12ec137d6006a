import { useEffect, useRef, useState, type ButtonHTMLAttributes } from 'react'
import { Button } from '~/ui/button'

/** How long a person waits before a bar, and before a sentence (ms). */
const BAR_AFTER_MS = 400
const SENTENCE_AFTER_MS = 10_000

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  small?: boolean
  /** What the button says while its form is under way: "Sending your reply…" */
  busy: string
  look?: 'main' | 'quiet' | 'danger'
}

/**
 * A button that says what is happening once it is pressed. It keeps its focus and its name; pressing
 * it again does nothing, and without JavaScript it is a plain button.
 */
export function SubmitButton({ busy, children, ...rest }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const since = useBusySince(button)
  return (
    <>
      <Button ref={button} aria-busy={since === null ? undefined : true} {...rest}>
        {since === null ? children : busy}
      </Button>
      {since === 'bar' || since === 'long' ? (
        <span className="busy-bar" role="progressbar" aria-label={busy} />
      ) : null}
      {since === 'long' ? (
        <span role="status" className="small">
          This takes longer than usual. What you typed is safe; you can wait or try again.
        </span>
      ) : null}
    </>
  )
}

type Busy = null | 'pressed' | 'bar' | 'long'

function useBusySince(button: React.RefObject<HTMLButtonElement>): Busy {
  const [busy, setBusy] = useState<Busy>(null)
  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    const timers: number[] = []
    const onSubmit = (event: SubmitEvent) => {
      if (event.submitter !== button.current) return
      if (timers.length > 0) return event.preventDefault()
      // After the browser has read the form: a changed button would send another value.
      timers.push(window.setTimeout(() => setBusy('pressed')))
      timers.push(window.setTimeout(() => setBusy('bar'), BAR_AFTER_MS))
      timers.push(window.setTimeout(() => setBusy('long'), SENTENCE_AFTER_MS))
    }
    const reset = () => {
      timers.splice(0).forEach((timer) => window.clearTimeout(timer))
      setBusy(null)
    }
    form.addEventListener('submit', onSubmit)
    // Back from the next page, the browser may show this one as it was left.
    window.addEventListener('pageshow', reset)
    return () => {
      form.removeEventListener('submit', onSubmit)
      window.removeEventListener('pageshow', reset)
      reset()
    }
  }, [button])
  return busy
}
