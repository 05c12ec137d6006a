import type { FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { mergePath } from '~/http/desk-paths'
import { SelectField, TextAreaField } from '~/ui/field'
import { Flash } from '~/ui/flash'
import { Link } from '~/ui/link'
import { DESK_STATUS, PRIORITIES, PRIORITY_LABEL, type Status } from '../ticket'
import { deskFormState } from './desk-form-state'
import { fieldChanges, fieldsOf, type ChosenFields, type Known } from './field-changes'
import { writeShown } from './field-choices'

type Props = Known & {
  viewer: { id: string; isAdmin: boolean }
  /** The form came too late: somebody else has changed the ticket. */
  stale: boolean
  /** What was chosen before and not saved yet. */
  choices: ChosenFields
  result: FormResult
}

/** What staff set by hand; and taking a ticket or giving it back, in one press. */
export function WorkForm({ viewer, stale, choices, result, ...known }: Props) {
  const { ticket, team, categories } = known
  const shown = fieldsOf(known)
  const form = deskFormState(result, { ...shown, ...choices })
  const mayRelease =
    ticket.assignee !== null && (ticket.assignee.id === viewer.id || viewer.isAdmin)
  const statuses: Status[] = ['open', 'pending', 'on_hold', 'solved']
  if (!statuses.includes(ticket.status)) statuses.unshift(ticket.status)
  return (
    <div className="panel work-form" role="group" aria-labelledby="work" data-autosave="off">
      <h2 id="work">Work on it</h2>
      {stale ? (
        <Differences {...known} result={result} />
      ) : (
        <Unsaved {...known} choices={{ ...choices, ...result?.initialValue }} />
      )}
      <input type="hidden" name="was" value={writeShown(shown)} />
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
      <TextAreaField
        {...form.field('tags')}
        label="Tags"
        hint="With commas between them."
        rows={2}
      />
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
      <p className="actions small">
        <Link to={mergePath(ticket.number)}>Merge into another ticket</Link>
      </p>
    </div>
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

/** Choices that are not saved yet, when another button was pressed. */
function Unsaved({ choices, ...known }: Known & { choices: ChosenFields }) {
  const changes = fieldChanges(choices, known)
  if (changes.length === 0) return null
  return (
    <Flash tone="info">
      <strong>Not saved yet:</strong> {changes.map(({ name }) => name).join(', ')}.
    </Flash>
  )
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
