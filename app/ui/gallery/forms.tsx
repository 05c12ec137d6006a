import { ChoicesField, RatingField } from '../choice-field'
import { ErrorSummary } from '../error-summary'
import { FileField, SelectField, TextAreaField, TextField } from '../field'
import { Specimen } from './specimen'

const WRONG_ADDRESS = 'Enter an email address with an @, like name@example.com'
const NO_EFFORT = 'Choose a number from 1 to 7'

/** What is filled in. */
export function FormSpecimens() {
  return (
    <>
      <Specimen
        title="Error summary"
        criterion="Takes focus, stands over the h1, each line leads to its field, same words."
      >
        <ErrorSummary
          takesFocus={false}
          errors={[
            { href: '#address', text: WRONG_ADDRESS },
            { href: '#effort', text: NO_EFFORT },
          ]}
        >
          What you typed is kept.
        </ErrorSummary>
      </Specimen>
      <Fields />
      <OtherFields />
      <Choices />
      <Ratings />
    </>
  )
}

function Fields() {
  return (
    <Specimen
      title="Fields: empty, with hint, with error, code"
      criterion="Label, hint and error are tied to the field; autocomplete tokens; nothing is checked while typing."
    >
      <div className="form fields">
        <TextField id="name" name="name" label="Name" autoComplete="name" />
        <TextField
          id="phone"
          name="phone"
          label="Phone number"
          hint="With the country, like +49 30 901820."
          type="tel"
          autoComplete="tel"
          className="input--short"
          optional
        />
        <TextField
          id="address"
          name="address"
          label="Email"
          type="email"
          autoComplete="email"
          spellCheck={false}
          error={WRONG_ADDRESS}
          defaultValue="maya.example.com"
        />
        <TextField
          id="code"
          name="code"
          label="Code"
          hint="6 digits, sent to the phone ending in 20."
          className="input--code"
          autoComplete="one-time-code"
          inputMode="numeric"
          defaultValue="482113"
        />
      </div>
    </Specimen>
  )
}

function OtherFields() {
  return (
    <Specimen
      title="Fields: read-only, switched off, several lines, one of several, files"
      criterion="What cannot be changed is said by its edge, not by a fainter text. Files can be chosen without dragging."
    >
      <div className="form fields">
        <TextField
          id="ticket"
          name="ticket"
          label="Ticket"
          className="input--short"
          readOnly
          defaultValue="4182"
        />
        <TextField
          id="assignee"
          name="assignee"
          label="Assignee"
          className="input--short"
          disabled
          defaultValue="Per Dahl"
        />
        <TextAreaField
          id="description"
          name="description"
          label="Description"
          hint="What did you do, what happened, and what should have happened?"
        />
        <SelectField
          id="category"
          name="category"
          label="Category"
          first="Choose a category"
          choices={[
            { value: 'signing-in', label: 'Signing in' },
            { value: 'tickets', label: 'Tickets' },
          ]}
        />
        <FileField
          id="files"
          name="files"
          label="Attachments"
          hint="Up to 5 files of 10 MB."
          optional
          multiple
        />
      </div>
    </Specimen>
  )
}

function Choices() {
  return (
    <Specimen
      title="Choices: several, one with an error"
      criterion="A group with a legend; hint and error belong to the group; targets of 24 px."
    >
      <div className="form fields">
        <ChoicesField
          id="notices"
          name="notices"
          legend="Send me an email when"
          type="checkbox"
          chosen={['reply']}
          choices={[
            { value: 'reply', label: 'someone replies to my ticket' },
            { value: 'device', label: 'my account is used on a new device' },
          ]}
        />
        <ChoicesField
          id="second-step"
          name="second-step"
          legend="How should we check that it is you?"
          hint="We ask before your address or password changes."
          error="Choose email or text message"
          type="radio"
          choices={[
            { value: 'email', label: 'By email' },
            { value: 'sms', label: 'By text message' },
          ]}
        />
      </div>
    </Specimen>
  )
}

const SATISFACTION = ['Not at all', 'A little', 'Half', 'Satisfied', 'Very']
const EFFORT = ['No', '', '', 'Half', '', '', 'Yes']

function scale(words: string[]) {
  return words.map((word, index) => ({ value: index + 1, word }))
}

function Ratings() {
  return (
    <Specimen
      title="Ratings: satisfaction (CSAT), effort (CES) with an error"
      criterion="One group with a legend; arrow keys move; the error stands under the legend."
    >
      <div className="form fields">
        <RatingField
          id="satisfaction"
          name="satisfaction"
          legend="How satisfied are you with the help you got?"
          options={scale(SATISFACTION)}
          chosen={4}
        />
        <RatingField
          id="effort"
          name="effort"
          legend="It was easy to get my question answered"
          error={NO_EFFORT}
          options={scale(EFFORT)}
        />
      </div>
    </Specimen>
  )
}
