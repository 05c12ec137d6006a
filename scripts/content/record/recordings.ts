import { addAFile } from './first-ticket-02-add-a-file'
import { followTheAnswer } from './first-ticket-04-follow-the-answer'
import type { Recording } from './recording'

/** Every video of the tutorials, by the step that shows it: `<tutorial>/<file without .mdx>`. */
export const recordings: Record<string, Recording> = {
  'first-ticket/02-add-a-file': addAFile,
  'first-ticket/04-follow-the-answer': followTheAnswer,
}

/** The step's document, from the content folder, and the name of the film beside it. */
export function placesOf(step: string): { document: string; folder: string; stem: string } {
  const [tutorial = '', file = ''] = step.split('/')
  const folder = `tutorials/${tutorial}`
  return { document: `${folder}/${file}.mdx`, folder, stem: file.replace(/^\d\d-/, '') }
}
