import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentFolders } from '../content-folders'
import { webVtt, withVideo } from './captions'
import { placesOf, recordings } from './recordings'

const { contentDir } = contentFolders()
const again = 'Run "npm run content:record" again.'

test.each(Object.entries(recordings))(
  'the captions and the transcript of %s are those of its script',
  (step, recording) => {
    const { document, folder, stem } = placesOf(step)
    const captions = readFileSync(path.join(contentDir, folder, `${stem}.vtt`), 'utf8')
    const source = readFileSync(path.join(contentDir, document), 'utf8')
    expect(captions, again).toBe(webVtt(recording))
    expect(source, again).toBe(withVideo(source, stem, recording))
  },
)

test.each(Object.keys(recordings))('the video of %s has 1 MB at most', (step) => {
  const { folder, stem } = placesOf(step)
  expect(statSync(path.join(contentDir, folder, `${stem}.mp4`)).size).toBeLessThanOrEqual(1_000_000)
})

test('a document without the video says what to write', () => {
  const [recording] = Object.values(recordings)
  expect(() => withVideo('No video.', 'a-film', recording!)).toThrow(
    'Write <Video src="./a-film.mp4"></Video> where the video belongs.',
  )
})
