import { readForm, type FormFields } from '~/forms/read-form.server'
import type { RequestContext } from '~/http/context'
import { isProblem } from '~/lib/errors'
import { keepFile, type FileTarget } from './attachments.server'
import { safeFileName } from './file-name'
import { fileRules } from './file-rules'

/**
 * Reads a form that may carry files. Each file is kept at once for its message, so that no mistake
 * in another field loses it; and where files cannot be kept, what was typed is still read.
 * @returns the fields, and a sentence for each file that could not be taken
 */
export async function readFormWithFiles(
  { env, session, log, requestId }: RequestContext,
  request: Request,
  target: FileTarget,
): Promise<{ fields: FormFields; fileErrors: string[] }> {
  const rules = fileRules(env)
  const fileErrors: string[] = []
  let isDown = false
  const fields = await readForm(request, {
    maxFileBytes: rules.maxBytes,
    onFile: async (incoming) => {
      if (incoming.field !== 'files') return
      const later = `“${safeFileName(incoming.name)}” could not be kept just now. Choose it again`
      // One file that had to wait for Storage is enough; the others would wait as long.
      if (isDown) return void fileErrors.push(later)
      const offered = { incoming, rules, scanner: env.VIRUS_SCANNER }
      const refused = await keepFile(session.supabase, target, offered).catch((error: unknown) => {
        if (!isProblem(error, 'unavailable')) throw error
        log.error({ requestId, err: error.cause }, 'file not kept')
        isDown = true
        return later
      })
      if (refused) fileErrors.push(refused)
    },
  })
  fields.set('id', target.messageKey)
  return { fields, fileErrors }
}
