import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { ensureChromium, findChromium } from '../test/chromium'
import { contentFolders } from './content-folders'
import { webVtt, withVideo } from './record/captions'
import { encode, requireFfmpeg, writeCover } from './record/encode'
import { shoot, WINDOW } from './record/film'
import { drawPointer } from './record/pointer'
import type { Recording } from './record/recording'
import { placesOf, recordings } from './record/recordings'
import { schedule } from './record/schedule'
import { setStage } from './record/stage'

/** Pixels of the video in a CSS px: it is 1280 pixels wide. */
const SCALE = 1280 / WINDOW.width
const MAX_BYTES = 1_000_000

/**
 * Films a recording on a fresh portal and writes video, picture, captions and transcript.
 * @throws a sentence when the video is too large or the page is not as the script says
 */
async function record(browser: Browser, step: string, recording: Recording): Promise<void> {
  const { contentDir } = contentFolders()
  const { document, folder, stem } = placesOf(step)
  const documentFile = path.join(contentDir, document)
  const target = (ending: string) => path.join(contentDir, folder, `${stem}.${ending}`)
  const source = withVideo(await readFile(documentFile, 'utf8'), stem, recording)

  const work = await mkdtemp(path.join(tmpdir(), 'portico-film-'))
  try {
    const timing = schedule(recording)
    const film = await filmed(browser, recording, work)
    await drawPointer(browser, SCALE, work)
    await encode(film, { folder: work, length: timing.length, scale: SCALE, target: target('mp4') })
    await writeCover(film, work, target('png'))
    await writeFile(target('vtt'), webVtt(recording))
    await writeFile(documentFile, source)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  const { size } = await stat(target('mp4'))
  console.log(`content/${folder}/${stem}.mp4: ${Math.round(size / 1000)} kB`)
  if (size > MAX_BYTES) throw new Error('A video may have 1 MB at most: make its script shorter.')
}

/** Without scripts the page stands still as soon as it is there, and shows what everybody sees. */
async function filmed(browser: Browser, recording: Recording, work: string) {
  const stage = await setStage(path.join(work, 'content'))
  try {
    const context = await browser.newContext({
      baseURL: stage.url,
      viewport: WINDOW,
      deviceScaleFactor: SCALE,
      colorScheme: 'light',
      locale: 'en-GB',
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    await recording.prepare(page, stage)
    return await shoot(page, schedule(recording), work, stage.startedAt)
  } finally {
    await stage.stop()
  }
}

/** `npm run content:record -- first-ticket/02-add-a-file`: makes these videos; without names, all. */
async function main(steps: string[]): Promise<void> {
  const unknown = steps.find((step) => !Object.hasOwn(recordings, step))
  if (unknown) {
    throw new Error(
      `There is no recording "${unknown}". There are: ${Object.keys(recordings).join(', ')}.`,
    )
  }
  if (!existsSync('build/portal/server/index.js')) {
    throw new Error('The portal is not built. Build it first: npx remix vite:build')
  }
  await requireFfmpeg()
  console.log(ensureChromium())
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  try {
    for (const [step, recording] of Object.entries(recordings)) {
      if (steps.length === 0 || steps.includes(step)) await record(browser, step, recording)
    }
  } finally {
    await browser.close()
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  // A portal that could not start leaves its Supabase behind, which would go on for ever.
  process.exit(1)
}
