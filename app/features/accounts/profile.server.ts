import { isProblem } from '~/lib/errors'
import { unwrap, type Supabase } from '~/platform/supabase.server'
import { throwIfTrouble } from './auth-failure.server'
import type { PendingContact } from './pending-contact'

/** Changes name and time zone. @returns what is wrong with the time zone, or null */
export async function updateProfile(
  supabase: Supabase,
  { name, timeZone }: { name: string; timeZone: string | null },
): Promise<string | null> {
  try {
    unwrap(await supabase.rpc('update_profile', { name, time_zone: timeZone ?? undefined }))
    return null
  } catch (error) {
    if (isProblem(error, 'invalid')) return 'Choose a time zone from the list'
    throw error
  }
}

/** Turns the keyboard shortcuts of the desk on or off, for staff. */
export async function chooseShortcuts(supabase: Supabase, wanted: boolean): Promise<void> {
  unwrap(await supabase.rpc('choose_shortcuts', { wanted }))
}

/** The addresses that wait for a confirmation, and in which mailboxes one of them has been confirmed. */
export async function findPendingContact(supabase: Supabase): Promise<PendingContact> {
  const [row] = unwrap(await supabase.rpc('pending_contact'))
  return {
    email: row?.email ?? null,
    oldConfirmed: row?.old_confirmed ?? false,
    newConfirmed: row?.new_confirmed ?? false,
    phone: row?.phone ? `+${row.phone.replace(/^\+/, '')}` : null,
  }
}

/**
 * Asks for another address: mails go to it and to the one so far, and nothing changes before they are
 * answered. An address that somebody else has ends alike.
 */
export async function askForEmail(supabase: Supabase, email: string): Promise<void> {
  const { error } = await supabase.auth.updateUser({ email })
  if (error && error.code !== 'email_exists') throwIfTrouble(error)
}

/** Asks for another number: a code goes to it. One that somebody else has ends alike. */
export async function askForPhone(supabase: Supabase, phone: string): Promise<void> {
  const { error } = await supabase.auth.updateUser({ phone })
  if (error && error.code !== 'phone_exists') throwIfTrouble(error)
}

/** Confirms the new number with the code that was sent to it. @returns false for a wrong code */
export async function confirmPhone(
  supabase: Supabase,
  phone: string,
  token: string,
): Promise<boolean> {
  const { error } = await supabase.auth.verifyOtp({ phone, token, type: 'phone_change' })
  if (error) throwIfTrouble(error)
  return !error
}
