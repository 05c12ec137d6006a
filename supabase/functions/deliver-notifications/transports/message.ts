/** `id` stays the same when a message is sent again, so that a transport can tell. */
type Mail = { id: string; to: string; subject: string; text: string; html: string }
type Sms = { id: string; to: string; text: string }

export type Transports = {
  mail(mail: Mail): Promise<void>
  sms(sms: Sms): Promise<void>
}
