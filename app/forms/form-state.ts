import type { SubmissionResult } from '@conform-to/react'
import type { SummaryError } from '~/ui/error-summary'

/** What an action answers when a form cannot be taken; undefined on a fresh page. */
export type FormResult = Pick<SubmissionResult, 'initialValue' | 'error'> | undefined

export type FieldState = { id: string; name: string; error?: string; defaultValue?: string }

/** A form as it is shown: each field with what was typed and what is wrong with it. */
export type FormState<Name extends string> = {
  field(name: Name): FieldState
  /** All that is wrong, in the order of the fields, for the summary on top. */
  errors: SummaryError[]
}

/**
 * Puts together what a person typed, or what stood there before, with what the server said.
 * @param names the fields in their order on the page; a field's id is its name
 * @param before what the fields hold when nothing was typed yet
 */
export function formState<const Name extends string>(
  names: readonly Name[],
  result: FormResult,
  before: Partial<Record<NoInfer<Name>, string | null>> = {},
): FormState<Name> {
  const errorsOf = (name: string) => result?.error?.[name] ?? []
  const field = (name: Name): FieldState => {
    const typed = result?.initialValue?.[name]
    return {
      id: name,
      name,
      error: errorsOf(name)[0],
      defaultValue: typeof typed === 'string' ? typed : (before[name] ?? undefined),
    }
  }
  const errors = ['', ...names].flatMap((name) =>
    errorsOf(name).map((text) => ({ href: name === '' ? '#main' : `#${name}`, text })),
  )
  return { field, errors }
}
