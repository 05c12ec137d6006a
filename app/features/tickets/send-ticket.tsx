import { SubmitButton } from '~/forms/submit-button'
import { answersPath, draftPath, ticketsPath } from '~/http/paths'
import { fileSize } from '~/lib/file-size'
import { AttachmentList } from '~/ui/attachment-list'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { HelpFrame } from '~/ui/help-frame'
import { Link } from '~/ui/link'
import { PlainText } from '~/ui/plain-text'
import { Section } from '~/ui/section'
import type { Draft } from './drafts.server'
import type { Attachment } from './ticket'

type Props = { draft: Draft; files: Attachment[] }

/** The step between writing a ticket and sending it. */
export function SendTicket({ draft, files }: Props) {
  const kept = files.map(({ id, name, size }) => ({ id, name, size: fileSize(size) }))
  return (
    <HelpFrame current="tickets">
      <Breadcrumbs
        trail={[
          { to: ticketsPath, label: 'Your tickets' },
          { to: draftPath(draft.id), label: 'Open a ticket' },
        ]}
      />
      <h1 className="page-title">Check and send your ticket</h1>
      <form className="form" action={answersPath(draft.id)} method="post">
        <p className="actions">
          <SubmitButton name="intent" value="send" busy="Sending your ticket…">
            Send my ticket
          </SubmitButton>
          <Link to={draftPath(draft.id)}>Change something</Link>
        </p>
        <p className="hint">You get a number at once, and a person replies on its page.</p>
      </form>
      <Section id="your-ticket" title={draft.subject}>
        <div className="prose" dir="auto">
          <PlainText text={draft.description} />
        </div>
        <AttachmentList label="Files" files={kept} />
      </Section>
    </HelpFrame>
  )
}
