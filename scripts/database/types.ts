/** `npm run database:types`: writes app/platform/database.types.ts from the migrations. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalSupabase } from '../../supabase/local/start'
import { projectFolder } from '../../supabase/local/project'
import { readCatalogue } from './catalogue'
import { typesFile } from './types-file'

const dataDir = mkdtempSync(join(tmpdir(), 'portico-types-'))
try {
  const portalUrl = 'http://127.0.0.1:3000'
  const supabase = await startLocalSupabase({ dataDir, port: 0, portalUrl })
  const catalogue = await readCatalogue(supabase.query)
  await supabase.close()
  writeFileSync(join(projectFolder, 'app/platform/database.types.ts'), typesFile(catalogue))
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
