/** Characters; shorter ones are guessed. */
export const PASSWORD_LENGTH = 12

/** Supabase Auth refuses more bytes, since bcrypt would silently drop the rest. */
export const PASSWORD_BYTES = 72
