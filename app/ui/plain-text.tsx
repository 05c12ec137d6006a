import { Fragment } from 'react'
import { paragraphs } from '~/lib/text'

/** What a person typed, as text and nothing else: paragraphs and line breaks, no markup of theirs. */
export function PlainText({ text }: { text: string }) {
  return paragraphs(text).map((paragraph, index) => (
    <p key={index}>
      {paragraph.split('\n').map((line, row) => (
        <Fragment key={row}>
          {row > 0 ? <br /> : null}
          {line}
        </Fragment>
      ))}
    </p>
  ))
}
