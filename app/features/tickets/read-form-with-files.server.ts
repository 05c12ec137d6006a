import { readForm, type FormFields } from '~/forms/read-form.server'
import type { Supabase } from '~/platform/supabase.server'
import { keepFile, type FileTarget } from './attachments.server'
import { MAX_FILE_BYTES } from './file-types'

/**
 * Reads a form that may carry files. Each file is kept at once for its message, so that no mistake
 * in another field loses it.
 * @returns the fields, and a sentence for each file that could not be taken
 */
export async function readFormWithFiles(
  supabase: Supabase,
  request: Request,
  target: FileTarget,
): Promise<{ fields: FormFields; fileErrors: string[] }> {
  const fileErrors: string[] = []
  const fields = await readForm(request, {
    maxFileBytes: MAX_FILE_BYTES,
    onFile: async (file) => {
      const refused = file.field === 'files' ? await keepFile(supabase, target, file) : null
      if (refused) fileErrors.push(refused)
    },
  })
  fields.set('id', target.messageKey)
  return { fields, fileErrors }
}
