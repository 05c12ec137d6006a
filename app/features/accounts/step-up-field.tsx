import type { FieldState } from '~/forms/form-state'
import { stepUpPathFor } from '~/http/paths'
import { TextField } from '~/ui/field'
import { Link } from '~/ui/link'

type Props = FieldState & {
  /** True when the person has just proved who they are: then nothing is asked. */
  proven: boolean
  /** The page that is left for a code and come back to. */
  here: string
}

/** Asks for the password again, so that nobody changes the account of a person who left their desk. */
export function StepUpField({ proven, here, ...field }: Props) {
  if (proven) return null
  return (
    <TextField
      {...field}
      label="Current password"
      hint={
        <>
          To know that it is you. No password, or forgotten?{' '}
          <Link to={stepUpPathFor(here)}>Use a code instead</Link>.
        </>
      }
      type="password"
      autoComplete="current-password"
    />
  )
}
