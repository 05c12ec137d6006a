import { createReadableStreamFromReadable, redirect } from '@remix-run/node'
import { hasProof } from '~/auth/step-up.server'
import { gatherAccount, zipAccount } from '~/features/accounts/export.server'
import { customerLoader } from '~/http/handlers.server'
import { accountExportPath } from '~/http/paths'

/** The copy of everything, for who has just proved who they are. */
export const loader = customerLoader(async ({ viewer, context }) => {
  if (!hasProof(context, viewer)) return redirect(accountExportPath)
  const { supabase } = context.session
  const zip = zipAccount(supabase, await gatherAccount(supabase), context.log)
  const day = context.now().toISOString().slice(0, 10)
  return new Response(createReadableStreamFromReadable(zip), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="portico-${day}.zip"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
