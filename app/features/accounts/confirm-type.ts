/** The kinds of mail links that `/auth/confirm` takes; the words of Supabase Auth. */
export const CONFIRM_TYPES = ['signup', 'magiclink', 'recovery', 'email_change', 'invite'] as const
export type ConfirmType = (typeof CONFIRM_TYPES)[number]
