type Mail = { id: string; to: string; subject: string; text: string; html: string; at: string }

/** The newest mail to an address; waits until it is there. */
export async function latestMail(mailboxUrl: string, to: string, subject?: RegExp): Promise<Mail> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${mailboxUrl}.json?to=${encodeURIComponent(to)}`)
    const mails = ((await answer.json()) as Mail[]).filter(
      (mail) => !subject || subject.test(mail.subject),
    )
    if (mails[0]) return mails[0]
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`No mail to ${to} came within 10 seconds.`)
}

/** The first link of a mail that leads to a path. */
export function linkIn(mail: Mail, path: string): string {
  const link = [...mail.text.matchAll(/https?:\/\/\S+/g)]
    .map(([url]) => url)
    .find((url) => url.includes(path))
  if (!link) throw new Error(`No link to ${path} in:\n${mail.text}`)
  return link
}
