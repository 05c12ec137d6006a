import { CHOSEN_FIELDS, type ChosenFields } from './field-changes'

/** What the form showed, to tell by later what somebody chose: the value of its hidden field `was`. */
export function writeShown(shown: ChosenFields): string {
  return new URLSearchParams(shown).toString()
}

/**
 * What was chosen or typed in the fields of a ticket and is not what the form showed. A form that does not say what
 * it showed chose all that it has.
 */
export function choicesMade(typed: FormData): ChosenFields {
  const was = new URLSearchParams(String(typed.get('was') ?? ''))
  const choices: ChosenFields = {}
  for (const name of CHOSEN_FIELDS) {
    const value = typed.get(name)
    if (typeof value === 'string' && value !== was.get(name)) choices[name] = value
  }
  return choices
}

/** The longest value that an address carries: twenty tags. */
const LONGEST = 700

/** Choices that were kept in the address of the page. */
export function readChoices(params: URLSearchParams): ChosenFields {
  const choices: ChosenFields = {}
  for (const name of CHOSEN_FIELDS) {
    const value = params.get(name)
    if (value !== null) choices[name] = value.slice(0, LONGEST)
  }
  return choices
}
