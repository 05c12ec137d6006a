import type { ReactNode } from 'react'
import { SubmitButton } from '~/forms/submit-button'
import { macrosPath } from '~/http/desk-paths'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary, type SummaryError } from '~/ui/error-summary'
import { Link } from '~/ui/link'
import { PlainText } from '~/ui/plain-text'
import { Section } from '~/ui/section'

/** What a macro and a saved reply have in common: a name and a text. */
type Named = { name: string; text: string }

type Props = {
  action: string
  title: string
  /** A new one has only its id. */
  kept: { id: string; version?: number }
  errors: SummaryError[]
  /** What somebody else wrote while this form was open. */
  now?: Named
  /** What the button says: "Save the macro". */
  save: string
  /** The text with a sample filled in. */
  preview: string
  /** The fields. */
  children: ReactNode
}

/** The page around the form of a macro or a saved reply. */
export function TemplateFrame({
  action,
  title,
  kept,
  errors,
  now,
  save,
  preview,
  children,
}: Props) {
  return (
    <>
      <Breadcrumbs trail={[{ to: macrosPath, label: 'Macros and saved replies' }]} />
      <ErrorSummary errors={errors} />
      <h1 className="page-title">
        <bdi>{title}</bdi>
      </h1>
      {now ? <TheirText {...now} /> : null}
      <form className="form" action={action} method="post" noValidate>
        <input type="hidden" name="id" value={kept.id} />
        {kept.version ? <input type="hidden" name="version" value={kept.version} /> : null}
        {children}
        <p className="actions">
          <SubmitButton name="intent" value="save" busy="Saving…">
            {save}
          </SubmitButton>{' '}
          <SubmitButton look="quiet" name="intent" value="preview" busy="One moment…">
            Preview the text
          </SubmitButton>{' '}
          <Link to={macrosPath}>Cancel</Link>
        </p>
      </form>
      {preview ? <Preview text={preview} /> : null}
    </>
  )
}

/** What somebody else wrote while the form was open. */
function TheirText({ name, text }: Named) {
  return (
    <Section id="now" title="What stands there now" variant="light">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <div className="panel panel--text">{text ? <PlainText text={text} /> : <p>No text.</p>}</div>
    </Section>
  )
}

/** The text as a customer would read it. */
function Preview({ text }: { text: string }) {
  return (
    <Section id="preview" title="Preview">
      <p className="small muted">For a ticket of Maya Lindqvist, number 1042, sent by you.</p>
      <div className="panel panel--text">
        <PlainText text={text} />
      </div>
    </Section>
  )
}
