import { expect, test } from 'vitest'
import { EnvError, readEnv } from './env.server'

const good = {
  PUBLIC_URL: 'http://localhost:3000',
  SUPABASE_URL: 'http://127.0.0.1:54321',
  SUPABASE_PUBLISHABLE_KEY: 'p'.repeat(40),
  SUPABASE_SECRET_KEY: 's'.repeat(40),
  SESSION_SECRET: 'x'.repeat(32),
}

function sentencesFor(changed: Record<string, string | undefined>): string[] {
  try {
    readEnv({ ...good, ...changed })
    return []
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    return error.message.split('\n')
  }
}

test('a good environment is read with its defaults', () => {
  expect(readEnv(good)).toMatchObject({ PORT: 3000, TRUST_PROXY: 0, secure: false })
})

test('a trailing slash of PUBLIC_URL does not matter', () => {
  expect(readEnv({ ...good, PUBLIC_URL: 'https://help.example.com/' }).PUBLIC_URL).toBe(
    'https://help.example.com',
  )
})

test.each([
  [{ PORT: 'many' }, 'PORT must be a number.'],
  [{ PORT: '70000' }, 'PORT must be between 0 and 65535.'],
  [{ VIRUS_SCANNER: 'clamav:70000' }, 'VIRUS_SCANNER must have a port of 65535 at most.'],
  [
    { VIRUS_SCANNER: 'clamav' },
    'VIRUS_SCANNER must say where clamd listens, such as 127.0.0.1:3310 or /run/clamav/clamd.ctl.',
  ],
  [{ PUBLIC_URL: undefined }, 'PUBLIC_URL is missing.'],
  [{ PUBLIC_URL: '' }, 'PUBLIC_URL is missing.'],
  [{ PUBLIC_URL: 'help' }, 'PUBLIC_URL must be an address such as https://help.example.com.'],
  [{ PUBLIC_URL: 'ftp://localhost' }, 'PUBLIC_URL must start with http:// or https://.'],
  [
    { PUBLIC_URL: 'https://example.com/help' },
    'PUBLIC_URL must be an origin without a path, such as https://help.example.com.',
  ],
  [
    { PUBLIC_URL: 'http://help.example.com' },
    'PUBLIC_URL must start with https://, since it is not on this machine.',
  ],
  [
    { SUPABASE_URL: 'https://x.supabase.co' },
    'PUBLIC_URL must start with https:// when SUPABASE_URL is on another machine.',
  ],
  [{ SESSION_SECRET: 'short' }, 'SESSION_SECRET must have at least 32 characters.'],
  [{ SUPABASE_SECRET_KEY: undefined }, 'SUPABASE_SECRET_KEY is missing.'],
  [
    { ATTACHMENT_KINDS: 'pictures,films,songs' },
    'ATTACHMENT_KINDS must be a list of pictures, pdf, text, archives, office, such as pictures,pdf.',
  ],
  [{ ATTACHMENT_MAX_FILES: '0' }, 'ATTACHMENT_MAX_FILES must be a whole number between 1 and 20.'],
  [{ ATTACHMENT_MAX_MB: '51' }, 'ATTACHMENT_MAX_MB must be a whole number between 1 and 50.'],
  [{ ATTACHMENT_MAX_MB: 'big' }, 'ATTACHMENT_MAX_MB must be a whole number between 1 and 50.'],
  [{ TRUST_PROXY: 'yes' }, 'TRUST_PROXY must be a number of proxies, such as 1.'],
])('%j is answered with a sentence', (changed, sentence) => {
  expect(sentencesFor(changed)).toContain(sentence)
})

test('kinds of files are read with or without spaces, all of them when none is named', () => {
  expect(readEnv(good).ATTACHMENT_KINDS).toContain('archives')
  expect(readEnv({ ...good, ATTACHMENT_KINDS: 'Pictures, pdf' }).ATTACHMENT_KINDS).toEqual([
    'pictures',
    'pdf',
  ])
})

test('a setting that is wrong twice is named once', () => {
  expect(sentencesFor({ ATTACHMENT_KINDS: 'films,songs' })).toHaveLength(1)
})

test('several wrong settings are all named at once', () => {
  expect(sentencesFor({ PORT: 'x', SESSION_SECRET: 'y' })).toHaveLength(2)
})
