import { z } from 'zod'

/**
 * Names of browsers and systems come from a header that anybody can write: what does not look
 * like a name is left out, and nothing that a mail reader would turn into a link gets through.
 */
const name = z
  .string()
  .regex(/^[A-Za-z0-9 ]{1,30}$/)
  .optional()
  .catch(undefined)

/** What a message may be about. Anything else in the row is not read. */
export const aboutSchema = z.object({
  at: z.string().datetime({ offset: true }).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  device: z.object({ browser: name, system: name }).optional().catch(undefined),
  role: z.enum(['customer', 'agent', 'admin']).optional().catch(undefined),
  rule: z.string().optional().catch(undefined),
  old_address: z.boolean().optional().catch(undefined),
  /** The number of a ticket. */
  ticket: z.number().int().positive().optional().catch(undefined),
  status: z.enum(['open', 'pending', 'on_hold', 'solved']).optional().catch(undefined),
})

export type About = z.infer<typeof aboutSchema>
export type TicketStatus = NonNullable<About['status']>

/** "Firefox on Linux, Sweden", or nothing when nothing is known. */
export function whereOf({ device, country }: About): string {
  const known = [device?.browser, device?.system].filter(Boolean).join(' on ')
  return [known, country && countryName(country)].filter(Boolean).join(', ')
}

/** "3 March 2026 at 14:05 (Europe/Stockholm)". */
export function whenOf({ at }: About, timeZone: string | null): string {
  const zone = timeZone ?? 'UTC'
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  })
  return at ? `${format.format(new Date(at))} (${zone})` : ''
}

function countryName(code: string): string {
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code
}
