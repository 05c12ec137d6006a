import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that wait longest, for limits to pass and for backends that hang. */
const LONGEST = [
  'security/backend',
  'security/tickets-backend',
  'security/accounts-limits',
  'security/forms',
  'security/limits',
  'security/sessions',
  'security/accounts-sessions',
  'routes/start',
  'routes/manifest',
  'security/uploads',
  'routes/crash',
]

/** Begins with the longest files, so that at the end none is left that the others must wait for. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
      return found < 0 ? LONGEST.length : found
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
