import js from '@eslint/js'
import { builtinRules } from 'eslint/use-at-your-own-risk'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** The same rules twice: ESLint knows one severity a rule, and sizes warn before they fail. */
const sizes = {
  rules: {
    'file-is-long': builtinRules.get('max-lines'),
    'function-is-long': builtinRules.get('max-lines-per-function'),
  },
}

const counted = { skipBlankLines: true, skipComments: true }

const inlineStyle = {
  selector: "JSXAttribute[name.name='style']",
  message: 'The CSP forbids inline styles: write a class.',
}
const ownFormReader = {
  selector: "CallExpression[callee.property.name='formData']",
  message: 'Read forms with readForm: it has limits and streams files.',
}
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read in app/platform/env.server.ts alone.',
}
const deferred = {
  selector: 'JSXElement[openingElement.name.name=/^(Suspense|Await)$/]',
  message: 'Without JavaScript a fallback would stay for ever.',
}

const remixLink = {
  group: ['@remix-run/react'],
  importNames: ['Link', 'NavLink', 'Form', 'Await', 'useFetcher'],
  message: 'Links are app/ui/link.tsx; forms are plain documents.',
}
const vendors = {
  group: ['@supabase/*'],
  message: 'Supabase is reached through app/platform.',
}

const serviceKey = {
  group: ['~/platform/service.server', '**/platform/service.server'],
  message: 'Only the files that eslint.config.js lists act past row-level security.',
}

/** Every file that may use the secret key; what a person asks for goes through their own session. */
const USE_SERVICE_KEY = [
  'app/auth/attempts.server.ts',
  'app/auth/record-event.server.ts',
  'app/auth/reused-session.server.ts',
  'app/auth/threats.server.ts',
  'app/features/accounts/invitations.server.ts',
  'app/features/security/reports.server.ts',
  'app/features/security/sign-ins.server.ts',
  'app/features/tickets/parked.server.ts',
  'app/server/content-views.ts',
]

export default tseslint.config(
  { ignores: ['build/', '.cache/', '.data/', 'app/platform/database.types.ts', 'test-results/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { sizes, 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'sizes/file-is-long': ['warn', { max: 200, ...counted }],
      'max-lines': ['error', { max: 350, ...counted }],
      'sizes/function-is-long': ['warn', { max: 50, ...counted }],
      'max-lines-per-function': ['error', { max: 90, ...counted }],
      complexity: ['error', 12],
      'no-console': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', inlineStyle, ownFormReader, environment, deferred],
      'no-restricted-imports': ['error', { patterns: [remixLink, vendors, serviceKey] }],
    },
  },
  {
    // One route is one loader, one action and one view: each short.
    files: ['app/routes/**/*.{ts,tsx}'],
    rules: {
      'sizes/function-is-long': ['warn', { max: 40, ...counted }],
      'max-lines-per-function': ['error', { max: 60, ...counted }],
    },
  },
  {
    files: ['app/platform/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: USE_SERVICE_KEY,
    rules: { 'no-restricted-imports': ['error', { patterns: [remixLink, vendors] }] },
  },
  {
    files: ['app/ui/link.tsx'],
    rules: { 'no-restricted-imports': ['error', { patterns: [vendors, serviceKey] }] },
  },
  {
    files: ['app/http/context.ts'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    files: ['vite.config.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'tests/**'],
    rules: {
      'sizes/file-is-long': 'off',
      'sizes/function-is-long': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        Buffer: 'readonly',
        module: 'writable',
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        performance: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
)
