import { invalid } from '~/lib/errors'

/**
 * Which of a form's buttons was pressed.
 * @throws Problem `invalid` for a button that this page does not have
 */
export function readIntent<const Intent extends string>(
  fields: FormData,
  intents: readonly Intent[],
): Intent {
  const intent = fields.get('intent') ?? intents[0]
  const known = intents.find((name) => name === intent)
  if (!known || fields.getAll('intent').length > 1)
    throw invalid('This button is not known here. Go back and load the page again.')
  return known
}
