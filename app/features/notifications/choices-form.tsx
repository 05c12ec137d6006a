import { SubmitButton } from '~/forms/submit-button'
import { accountNotificationsPath, accountPhonePath } from '~/http/paths'
import { ChoicesField } from '~/ui/choice-field'
import { Link } from '~/ui/link'
import { topicWords, type Choice } from './choices'

type Props = { choices: Choice[]; hasPhone: boolean }

/** What may come by mail and by SMS, topic by topic. */
export function ChoicesForm({ choices, hasPhone }: Props) {
  return (
    <>
      <h1 className="page-title">Notices</h1>
      <form className="form" action={accountNotificationsPath} method="post">
        {choices.map((choice) => (
          <Topic key={choice.topic} {...choice} hasPhone={hasPhone} />
        ))}
        {hasPhone ? null : (
          <p>
            <Link to={accountPhonePath}>Add a phone number</Link> to get notices by SMS.
          </p>
        )}
        <p className="actions">
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </p>
      </form>
    </>
  )
}

function Topic({ topic, mail, sms, always_on, hasPhone }: Choice & { hasPhone: boolean }) {
  const { label, hint } = topicWords(topic)
  const byMail = always_on ? [] : [{ value: `${topic}:mail`, label: 'By email' }]
  const bySms = hasPhone ? [{ value: `${topic}:sms`, label: 'By SMS' }] : []
  const offered = [...byMail, ...bySms]
  const chosen = [mail ? `${topic}:mail` : '', sms ? `${topic}:sms` : ''].filter(Boolean)
  if (offered.length === 0) {
    return (
      <div className="field">
        <strong>{label}</strong>
        <p className="hint">{hint}</p>
      </div>
    )
  }
  return (
    <ChoicesField
      id={`choice-${topic}`}
      name="choice"
      type="checkbox"
      legend={label}
      hint={hint}
      choices={offered}
      chosen={chosen}
    />
  )
}
