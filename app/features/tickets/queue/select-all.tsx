import { useRef } from 'react'
import { useHydrated } from 'remix-utils/use-hydrated'

/** Ticks all boxes of the list, or none. Needs script, so it only comes with it. */
export function SelectAll() {
  const box = useRef<HTMLInputElement>(null)
  const hasScript = useHydrated()
  if (!hasScript) return <span className="hidden-text">Select</span>

  function tickAll(checked: boolean): void {
    const boxes = box.current?.form?.querySelectorAll<HTMLInputElement>('input[name=ticket]') ?? []
    for (const each of boxes) each.checked = checked
  }
  return (
    <input
      ref={box}
      className="tick"
      type="checkbox"
      aria-label="Select all on this page"
      onChange={(event) => tickAll(event.target.checked)}
    />
  )
}
