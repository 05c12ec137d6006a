import { SubmitButton } from '~/forms/submit-button'
import type { Macro } from '../desk/desk'
import { DESK_STATUS, PRIORITY_LABEL } from '../ticket'

/** What a macro does besides its reply, each as a sentence that begins with what is done. */
function macroChanges({ next_status, priority, add_tags, assign }: Macro): string[] {
  return [
    next_status ? `sets the status to ${DESK_STATUS[next_status]}` : '',
    priority ? `sets the priority to ${PRIORITY_LABEL[priority]}` : '',
    add_tags.length > 0
      ? `adds the ${add_tags.length === 1 ? 'tag' : 'tags'} ${add_tags.join(', ')}`
      : '',
    assign === 'me' ? 'gives you the ticket' : '',
    assign === 'nobody' ? 'gives the ticket back to the team' : '',
  ].filter(Boolean)
}

/** The macro that goes with the reply; nothing of it happens before that is sent. */
export function MacroChanges({ macro }: { macro: Macro }) {
  const changes = macroChanges(macro)
  return (
    <div className="chosen-macro">
      <p>
        <strong>With the macro “{macro.name}”.</strong>{' '}
        {changes.length > 0 ? 'When you send it, it also:' : 'It changes nothing besides its text.'}
      </p>
      {changes.length > 0 ? (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : null}
      <input type="hidden" name="macro" value={macro.id} />
      <input type="hidden" name="macroVersion" value={macro.version} />
      <p className="actions">
        {macro.reply === '' ? (
          <SubmitButton name="intent" value="apply" busy="Applying the macro…" look="quiet">
            Apply without a text
          </SubmitButton>
        ) : null}
        <SubmitButton name="intent" value="no-macro" busy="Leaving it out…" look="quiet">
          Leave the macro out
        </SubmitButton>
      </p>
    </div>
  )
}
