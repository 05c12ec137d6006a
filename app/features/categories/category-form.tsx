import type { FormState } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { categoriesPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ChoicesField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import type { CategorySettings } from './category'

type FieldName = 'name' | 'slug' | 'description' | 'active'

type Props = {
  action: string
  title: string
  form: FormState<FieldName>
  /** The category that is changed; a new one has none, and takes its short name from the form. */
  category?: CategorySettings
  /** What somebody else wrote while this form was open. */
  now?: CategorySettings
}

/** A category, new or changed. */
export function CategoryForm({ action, title, form, category, now }: Props) {
  const { defaultValue: chosen, ...active } = form.field('active')
  return (
    <>
      <Breadcrumbs trail={[{ to: categoriesPath, label: 'Categories' }]} />
      <ErrorSummary errors={form.errors} />
      <h1 className="page-title">
        <bdi>{title}</bdi>
      </h1>
      {now ? <TheirVersion {...now} /> : null}
      <form className="form" action={action} method="post" noValidate>
        {category ? <input type="hidden" name="version" value={category.version} /> : null}
        <TextField
          {...form.field('name')}
          label="Name"
          hint="As customers choose it."
          autoComplete="off"
        />
        {category ? null : (
          <TextField
            {...form.field('slug')}
            label="Short name"
            hint="Small letters, numbers and hyphens. It stands in addresses and cannot be changed later."
            autoComplete="off"
            spellCheck={false}
          />
        )}
        <TextField
          {...form.field('description')}
          label="Description"
          hint="One line for the team, about what belongs here."
          autoComplete="off"
          optional
        />
        {category ? (
          <ChoicesField
            {...active}
            type="radio"
            legend="Use"
            hint="A category that is not in use stays on its tickets and cannot be chosen for new ones."
            choices={[
              { value: 'yes', label: 'In use' },
              { value: 'no', label: 'Not in use' },
            ]}
            chosen={[chosen ?? 'yes']}
          />
        ) : null}
        <p className="actions">
          <SubmitButton busy="Saving…">Save the category</SubmitButton>{' '}
          <Link to={categoriesPath}>Cancel</Link>
        </p>
      </form>
    </>
  )
}

function TheirVersion({ name, description, active }: CategorySettings) {
  return (
    <Section id="now" title="What stands there now" variant="light">
      <Properties
        items={[
          { name: 'Name', value: <bdi>{name}</bdi> },
          { name: 'Description', value: <bdi>{description || 'None'}</bdi> },
          { name: 'Use', value: active ? 'In use' : 'Not in use' },
        ]}
      />
    </Section>
  )
}
