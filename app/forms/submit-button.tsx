import { useEffect, useRef, useState, type ButtonHTMLAttributes } from 'react'
import { Button } from '~/ui/button'
import { watchPresses, type Busy } from './watch-presses'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  small?: boolean
  /** What the button says while its form is under way: "Sending your reply…" */
  busy: string
  look?: 'main' | 'quiet' | 'danger'
}

/**
 * A button that says what is happening once it is pressed. It keeps its focus and its name; pressing
 * it again does nothing until it says that one can, and without JavaScript it is a plain button.
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

function useBusySince(button: React.RefObject<HTMLButtonElement>): Busy {
  const [busy, setBusy] = useState<Busy>(null)
  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    return watchPresses({ form, button: button.current, page: window }, setBusy)
  }, [button])
  return busy
}
