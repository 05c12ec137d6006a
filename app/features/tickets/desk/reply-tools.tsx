import { SubmitButton } from '~/forms/submit-button'
import { Button } from '~/ui/button'
import { SelectField, TextField } from '~/ui/field'
import type { Macro, SavedReply } from './desk'

export type FoundPage = { path: string; title: string }

type Props = {
  macros: Macro[]
  savedReplies: SavedReply[]
  insert: string
  /** Null when nothing was searched for. */
  found: FoundPage[] | null
}

/**
 * What can be put into a reply. These buttons stand before "Send reply", since the Enter key in the search
 * field presses the first: it searches then, and sends nothing.
 */
export function ReplyTools({ macros, savedReplies, insert, found }: Props) {
  return (
    <details className="reply-tools" open={found !== null || undefined}>
      <summary>Macros, saved texts, help pages</summary>
      <div className="reply-tool">
        <TextField
          id="insert"
          name="insert"
          label="Help page"
          defaultValue={insert}
          autoComplete="off"
        />
        <SubmitButton name="intent" value="find" busy="Searching…" look="quiet">
          Find
        </SubmitButton>
      </div>
      {found ? <FoundPages found={found} /> : null}
      <Choice
        id="macro"
        label="Macro"
        items={macros.map(({ id, name }) => ({ id, label: name }))}
      />
      <Choice
        id="saved"
        label="Saved text"
        items={savedReplies.map(({ id, title }) => ({ id, label: title }))}
      />
    </details>
  )
}

type ChoiceProps = { id: 'macro' | 'saved'; label: string; items: { id: string; label: string }[] }

function Choice({ id, label, items }: ChoiceProps) {
  if (items.length === 0) return null
  return (
    <div className="reply-tool">
      <SelectField
        id={`${id}Choice`}
        name={`${id}Choice`}
        label={label}
        first="Choose one"
        choices={items.map((item) => ({ value: item.id, label: item.label }))}
      />
      <SubmitButton name="intent" value={id} busy="Putting it in…" look="quiet">
        Use<span className="hidden-text"> this {label.toLowerCase()}</span>
      </SubmitButton>
    </div>
  )
}

function FoundPages({ found }: { found: FoundPage[] }) {
  if (found.length === 0) {
    return (
      <p className="small" id="found">
        No help page has these words. Try others, or fewer.
      </p>
    )
  }
  return (
    <ul className="rows rows--tight" id="found" aria-label="Help pages found">
      {found.map(({ path, title }) => (
        <li key={path}>
          <a href={path}>{title}</a>{' '}
          <Button name="link" value={path} look="quiet" small>
            Put its link in<span className="hidden-text">: {title}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
