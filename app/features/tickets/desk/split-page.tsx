import { formState, type FormResult } from '~/forms/form-state'
import { SubmitButton } from '~/forms/submit-button'
import { deskTicketPath, queuePath, splitPath } from '~/http/desk-paths'
import type { ReaderClock } from '~/http/reader-clock'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'
import { Message as MessageView, Thread } from '~/ui/message'
import { PlainText } from '~/ui/plain-text'
import { Time } from '~/ui/time'
import type { Message } from '../ticket'

type Props = {
  number: number
  message: Message
  /** The id that the new ticket will have, so that splitting twice makes one. */
  id: string
  clock: ReaderClock
  result: FormResult
}

/** Whether to make a ticket of its own of a message, and what it is called. */
export function SplitPage({ number, message, id, clock, result }: Props) {
  const form = formState(['subject'], result)
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: queuePath, label: 'Queue' },
          { to: deskTicketPath(number), label: `Ticket ${number}` },
        ]}
      />
      <ErrorSummary errors={form.errors} />
      <div className="page-title">
        <h1>Make a ticket of this message?</h1>
        <p className="lead">
          <bdi>{message.author.name}</bdi> gets a new ticket that begins with it and is linked to
          ticket {number}. The message stays here too.
        </p>
      </div>
      <section aria-labelledby="message">
        <h2 className="hidden-text" id="message">
          The message
        </h2>
        <Thread>
          <MessageView
            id={`message-${message.id}`}
            voice="customer"
            author={message.author.name}
            time={<Time at={message.created_at} {...clock} />}
            after={
              message.attachments.length > 0 ? (
                <p className="small">
                  With copies of its files:{' '}
                  {message.attachments.map(({ id, name }, index) => (
                    <bdi key={id}>
                      {index > 0 ? ', ' : null}
                      {name}
                    </bdi>
                  ))}
                </p>
              ) : null
            }
          >
            <PlainText text={message.body} />
          </MessageView>
        </Thread>
      </section>
      <form
        className="form section section--light"
        action={splitPath(number, message.id)}
        method="post"
        noValidate
      >
        <input type="hidden" name="id" value={id} />
        <TextField
          {...form.field('subject')}
          label="Subject"
          hint="Of the new ticket; its requester reads it."
        />
        <p className="actions">
          <SubmitButton busy="Making the ticket…">Make the ticket</SubmitButton>{' '}
          <Link to={deskTicketPath(number)}>Leave it here</Link>
        </p>
      </form>
    </>
  )
}
