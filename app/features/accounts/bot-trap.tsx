/** The field that people do not see and programs fill in. Its name is one they look for. */
export const BAIT = 'website'
export const SHOWN_AT = 'shown_at'

/** Two fields that tell programs from people; see `caughtByTrap`. */
export function BotTrap({ shownAt }: { shownAt: string }) {
  return (
    <>
      <input type="hidden" name={SHOWN_AT} value={shownAt} />
      <div className="hidden-text" aria-hidden="true">
        <label htmlFor={BAIT}>Leave this empty</label>
        <input id={BAIT} name={BAIT} tabIndex={-1} autoComplete="off" />
      </div>
    </>
  )
}
