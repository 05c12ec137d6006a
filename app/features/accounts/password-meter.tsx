import { useEffect, useState } from 'react'
import { gaugePassword, type Gauged } from './password-gauge'

/** How long somebody stops typing before the words change, so that they are read out once (ms). */
const PAUSE_MS = 500

type Props = {
  /** The id of the field that it looks at. */
  field: string
  /** Fields of the same form that a guesser would know: a name, an address. */
  about?: string[]
}

/**
 * A reason and a tip while a new password is typed. The server judges it again with its lists; without
 * JavaScript it does so alone, and nothing stands here.
 */
export function PasswordMeter({ field, about = [] }: Props) {
  const { level, words } = useGauge(field, about.join(' '))
  return (
    <div className="strength-words">
      {level > 0 ? <progress className="strength" max={4} value={level} aria-hidden /> : null}
      <p role="status">{words}</p>
    </div>
  )
}

function useGauge(field: string, about: string): Gauged {
  const [gauged, setGauged] = useState<Gauged>({ level: 0, words: '' })
  useEffect(() => {
    const input = document.getElementById(field)
    if (!(input instanceof HTMLInputElement)) return
    let timer = 0
    const look = () => setGauged(gaugePassword(input.value, about.split(' ').map(valueOf)))
    const onInput = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look, PAUSE_MS)
    }
    input.addEventListener('input', onInput)
    return () => {
      window.clearTimeout(timer)
      input.removeEventListener('input', onInput)
    }
  }, [field, about])
  return gauged
}

function valueOf(id: string): string {
  const input = document.getElementById(id)
  return input instanceof HTMLInputElement ? input.value : ''
}
