/** What somebody wants to change to and has not confirmed yet. */
export type PendingContact = {
  email: string | null
  /** Whether the link in the mail to the address so far has been used. */
  oldConfirmed: boolean
  /** The same for the address that is to come. */
  newConfirmed: boolean
  /** With the plus. */
  phone: string | null
}

/** Where a change of email stands, and what is to be done next. */
export function emailChangeWords(pending: PendingContact, current: string | null): string {
  const { email, oldConfirmed, newConfirmed } = pending
  if (!current) return `Open the link in the mail to ${email}.`
  if (newConfirmed)
    return `The new address is confirmed. Now open the link in the mail to ${current}.`
  if (oldConfirmed)
    return `${current} has agreed. Now open the link in the mail to the new address.`
  return `Open the link in the mail to ${current} and the one in the mail to the new address.`
}
