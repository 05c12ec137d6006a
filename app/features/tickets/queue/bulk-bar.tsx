import { SubmitButton } from '~/forms/submit-button'
import { FieldError } from '~/ui/field-error'
import { DESK_STATUS, PRIORITIES, PRIORITY_LABEL } from '../ticket'
import { BULK_STATUSES, changeValue, type BulkChange, type BulkResult } from './bulk-change'
import { NOBODY, type QueuePage } from './queue'

type Entry = [value: string, label: string]

type Props = Pick<QueuePage, 'team' | 'tags' | 'macros'> & {
  /** The reader, who comes first among the people to assign to. */
  viewerId: string
  /** What was asked for, on a page that comes back. */
  bulk?: BulkResult
}

/** What can be done with all ticked tickets at once, one thing at a time. */
export function BulkBar({ bulk, ...offered }: Props) {
  const error = bulk?.errors.find(({ href }) => href === '#change')?.text
  return (
    <div className="bulk">
      <label htmlFor="change">With the ticked tickets</label>{' '}
      <select
        id="change"
        name="change"
        className="select"
        defaultValue={bulk?.change}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? 'change-error' : undefined}
      >
        <BulkOptions {...offered} />
      </select>{' '}
      <SubmitButton look="quiet" busy="Changing…">
        Change
      </SubmitButton>
      {error ? <FieldError id="change-error">{error}</FieldError> : null}
    </div>
  )
}

function BulkOptions({ team, tags, macros, viewerId }: Omit<Props, 'bulk'>) {
  const others = team.filter(({ id }) => id !== viewerId)
  return (
    <>
      <option value="">Choose…</option>
      <Group
        label="Assign"
        what="assignee"
        entries={[
          ['me', 'Assign to me'],
          [NOBODY, 'Assign to nobody'],
          ...others.map(({ id, name }): Entry => [id, `Assign to ${name}`]),
        ]}
      />
      <Group
        label="Status"
        what="status"
        entries={BULK_STATUSES.map((status) => [status, `Set to ${DESK_STATUS[status]}`])}
      />
      <Group
        label="Priority"
        what="priority"
        entries={PRIORITIES.map((priority) => [priority, `Set to ${PRIORITY_LABEL[priority]}`])}
      />
      <Group label="Macro" what="macro_id" entries={macros.map(({ id, name }) => [id, name])} />
      <Group label="Add a tag" what="add_tag" entries={tags.map((tag) => [tag, `Add “${tag}”`])} />
      <Group
        label="Remove a tag"
        what="remove_tag"
        entries={tags.map((tag) => [tag, `Remove “${tag}”`])}
      />
    </>
  )
}

type GroupProps = { label: string; what: BulkChange['what']; entries: Entry[] }

function Group({ label, what, entries }: GroupProps) {
  if (entries.length === 0) return null
  return (
    <optgroup label={label}>
      {entries.map(([value, text]) => (
        <option key={value} value={changeValue({ what, value })}>
          {text}
        </option>
      ))}
    </optgroup>
  )
}
