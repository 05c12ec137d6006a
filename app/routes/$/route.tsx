import { publicLoader } from '~/http/handlers.server'
import { notFound } from '~/lib/errors'

/** Every address that no route knows. */
export const loader = publicLoader(async (): Promise<null> => {
  throw notFound()
})

export const action = loader

export default function Nothing() {
  return null
}
