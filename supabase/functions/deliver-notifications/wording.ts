/** A page of the portal that a message leads to. */
export type Way = { label: string; path: string }

export type Wording = {
  subject: string
  paragraphs: string[]
  action?: Way
  /** A second way, below the first. */
  more?: Way
  /** Adds the link "This was not me". */
  warns?: boolean
  sms: string
}
