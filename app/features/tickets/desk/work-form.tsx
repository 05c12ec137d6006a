import type { FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { deskTicketPath, mergePath } from '~/http/desk-paths'
import { SelectField, TextField } from '~/ui/field'
import { Flash } from '~/ui/flash'
import { Link } from '~/ui/link'
import { DESK_STATUS, PRIORITIES, PRIORITY_LABEL, type Status } from '../ticket'
import { deskFormState } from './desk-form-state'
import { fieldChanges, fieldsOf, type ChosenFields, type Known } from './field-changes'

type Props = Known & {
  viewer: { id: string; isAdmin: boolean }
  /** The form came too late: somebody else has changed the ticket. */
  stale: boolean
  result: FormResult
}

/** What staff set by hand, in one form; and taking a ticket or giving it back, in one press. */
export function WorkForm({ viewer, stale, result, ...known }: Props) {
  const { ticket, team, categories } = known
  const form = deskFormState(result, fieldsOf(known))
  const mayRelease =
    ticket.assignee !== null && (ticket.assignee.id === viewer.id || viewer.isAdmin)
  const statuses: Status[] = ['open', 'pending', 'on_hold', 'solved']
  if (!statuses.includes(ticket.status)) statuses.unshift(ticket.status)
  return (
    <form
      className="panel work-form"
      action={deskTicketPath(ticket.number)}
      method="post"
      noValidate
    >
      <h2>Work on it</h2>
      {stale ? <Differences {...known} result={result} /> : null}
      <input type="hidden" name="version" value={ticket.version} />
      <SelectField
        {...form.field('status')}
        label="Status"
        choices={statuses.map((value) => ({ value, label: DESK_STATUS[value] }))}
      />
      <SelectField
        {...form.field('priority')}
        label="Priority"
        choices={PRIORITIES.map((value) => ({ value, label: PRIORITY_LABEL[value] }))}
      />
      <SelectField
        {...form.field('category')}
        label="Category"
        choices={withPresent(categories, ticket.category, ({ slug }) => slug)}
      />
      <SelectField
        {...form.field('assignee')}
        label="Assignee"
        choices={[
          { value: 'nobody', label: 'Nobody' },
          ...withPresent(team, ticket.assignee, ({ id }) => id),
        ]}
      />
      <TextField {...form.field('tags')} label="Tags" hint="With commas between them." />
      {mayRelease || !ticket.assignee ? null : (
        <p className="small">
          <bdi>{ticket.assignee.name}</bdi> works on it. To take it over, choose yourself as
          assignee.
        </p>
      )}
      <p className="actions">
        <SubmitButton name="intent" value="save" busy="Saving…">
          {stale ? 'Save anyway' : 'Save changes'}
        </SubmitButton>
        {ticket.assignee ? null : (
          <SubmitButton name="intent" value="take" busy="Taking…" look="quiet">
            Take
          </SubmitButton>
        )}
        {mayRelease ? (
          <SubmitButton name="intent" value="release" busy="Releasing…" look="quiet">
            Release
          </SubmitButton>
        ) : null}
      </p>
      <p className="small">
        <Link to={mergePath(ticket.number)}>Merge into another ticket</Link>
      </p>
    </form>
  )
}

/** Choices by name; what the ticket has stays one of them, also when nobody else may choose it any more. */
function withPresent<T extends { name: string }>(
  all: T[],
  present: T | null,
  valueOf: (one: T) => string,
) {
  const missing = present && !all.some((one) => valueOf(one) === valueOf(present))
  return (missing ? [present, ...all] : all).map((one) => ({
    value: valueOf(one),
    label: one.name,
  }))
}

/** What somebody else set meanwhile, beside what this form asks for. */
function Differences({ result, ...known }: Known & { result: FormResult }) {
  const chosen = (result?.initialValue ?? {}) as ChosenFields
  const changes = fieldChanges(chosen, known)
  return (
    <Flash tone="warn">
      <strong>Nothing is saved yet.</strong>{' '}
      {changes.length === 0
        ? 'Your choices below are what the ticket is by now.'
        : changes
            .map(({ name, now, chosen, by }) =>
              by
                ? `${name} is ${now} by now (${by}); you chose ${chosen}.`
                : `${name} is ${now} by now; you chose ${chosen}.`,
            )
            .join(' ')}
    </Flash>
  )
}
