import type { Recording } from './recording'
import { schedule } from './schedule'

/** The captions of a recording as a WebVTT file. */
export function webVtt(recording: Recording): string {
  const cues = schedule(recording).cues.map(
    ({ words, from, to }) => `${timestamp(from)} --> ${timestamp(to)}\n${words}\n`,
  )
  return ['WEBVTT\n', ...cues].join('\n')
}

/** Minutes, seconds and thousandths: `00:06.240`. */
function timestamp(milliseconds: number): string {
  const two = (count: number) => String(Math.floor(count)).padStart(2, '0')
  const thousandths = String(milliseconds % 1000).padStart(3, '0')
  return `${two(milliseconds / 60_000)}:${two((milliseconds / 1000) % 60)}.${thousandths}`
}

/** The `<Video>` of a recording as it stands in its document, with the transcript between the tags. */
function videoElement(stem: string, recording: Recording): string {
  const seconds = Math.round(schedule(recording).length / 1000)
  const files = `src="./${stem}.mp4" poster="./${stem}.png" captions="./${stem}.vtt"`
  const paragraphs = recording.scenes.map((scene) =>
    scene.flatMap((move) => (move.kind === 'say' ? [move.words] : [])).join(' '),
  )
  return [
    `<Video ${files} title="${recording.title}" length="${seconds} seconds">`,
    ...paragraphs,
    '</Video>',
  ].join('\n\n')
}

/**
 * Puts the `<Video>` of a recording in the place of the one in a document that has the same film.
 * @throws a sentence when the document has none
 */
export function withVideo(source: string, stem: string, recording: Recording): string {
  const there = new RegExp(`<Video [^>]*src="\\./${stem}\\.mp4"[^]*?</Video>`)
  if (!there.test(source)) {
    throw new Error(
      `The document shows no ${stem}.mp4. Write <Video src="./${stem}.mp4"></Video> where the video belongs.`,
    )
  }
  return source.replace(there, () => videoElement(stem, recording))
}
