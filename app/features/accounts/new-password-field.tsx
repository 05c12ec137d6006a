import type { FieldState } from '~/forms/form-state'
import { TextField } from '~/ui/field'
import { PASSWORD_LENGTH } from './password'
import { PasswordMeter } from './password-meter'

type Props = FieldState & {
  label: string
  /** Fields of the same form that a guesser would know: a name, an address. */
  about?: string[]
}

/** Where a password is chosen. It may be pasted, and there are no rules on which characters it has. */
export function NewPasswordField({ label, about, ...field }: Props) {
  return (
    <>
      <TextField
        {...field}
        label={label}
        hint={`${PASSWORD_LENGTH} characters or more. A few words in a row are easy to remember and hard to guess.`}
        type="password"
        autoComplete="new-password"
      />
      <PasswordMeter field={field.id} about={about} />
    </>
  )
}
