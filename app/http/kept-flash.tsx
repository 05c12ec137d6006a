import { useRouteLoaderData } from '@remix-run/react'
import type { loader } from '~/root'
import { Flash } from '~/ui/flash'

/** The sentence that the page before left for this one, such as "Your reply is sent." */
export function KeptFlash() {
  const kept = useRouteLoaderData<typeof loader>('root')?.flash
  if (!kept) return null
  return <Flash tone={kept.tone}>{kept.text}</Flash>
}
