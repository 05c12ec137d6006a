import { createContext, useContext, useEffect, useRef } from 'react'

/** What each key does; the keys are those of `KeyboardEvent.key`, such as `j` or `?`. */
type Shortcuts = Record<string, () => void>

/** Whether the person wants shortcuts. Off until a page says so. */
export const ShortcutsWanted = createContext(false)

/** Keys that people hold down mean the browser or the system; letters in a field mean the text. */
function isForThePage(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (event.defaultPrevented || !(event.target instanceof Element)) return false
  const writing = 'input:not([type=checkbox]), textarea, select, [contenteditable], dialog'
  return event.target.closest(writing) === null
}

/**
 * Lets single keys act while the page is open. Each of them must also be a link or a button that can be
 * seen: a shortcut is never the only way.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const wanted = useContext(ShortcutsWanted)
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    if (!wanted) return
    const onKeyDown = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || !isForThePage(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [wanted])
}
