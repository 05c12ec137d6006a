import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/test/longest-first'

const shared = {
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  esbuild: { jsx: 'automatic' as const },
}

const TIMING = 'tests/security/accounts-equal.test.ts'

/** One project per kind of test, so that each can be run alone: `npx vitest run --project unit`. */
export default defineConfig({
  test: {
    // Files of a process share what it has loaded: WebAssembly above all, compiled anew for each file
    // otherwise. Vitest asks only here, not the projects.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', '{scripts,supabase/local}/**/*.test.ts'],
          // Some render whole pages, beside the tests of routes.
          testTimeout: 30_000,
        },
      },
      {
        ...shared,
        test: { name: 'content', include: ['tests/content/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        ...shared,
        test: {
          name: 'database',
          include: ['tests/database/**/*.test.ts', 'supabase/tests/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'long',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 1_200_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          // Compares times, so little may run beside it.
          name: 'timing',
          include: [TIMING],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'routes',
          include: ['tests/routes/**/*.test.ts', 'tests/security/**/*.test.ts'],
          exclude: [TIMING],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
