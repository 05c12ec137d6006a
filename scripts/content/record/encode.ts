import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Film, Travel } from './film'
import { POINTER_SIZE } from './pointer'
import { FRAME, PRESS, TRAVEL } from './schedule'

const run = promisify(execFile)
const RATE = 1000 / FRAME

/** @throws a sentence when ffmpeg is not there */
export async function requireFfmpeg(): Promise<void> {
  await run('ffmpeg', ['-version']).catch(() => {
    throw new Error('ffmpeg was not found. Install it, for example with "apt-get install ffmpeg".')
  })
}

/**
 * Makes the video: every still for as long as it is seen, the pointer over it, the ring while it
 * presses. The same film gives the same bytes.
 * @param folder that has the pictures
 * @param length of the film (ms)
 * @param scale pixels of the video in a CSS px
 */
export async function encode(
  film: Film,
  {
    folder,
    length,
    scale,
    target,
  }: { folder: string; length: number; scale: number; target: string },
): Promise<void> {
  await writeFile(path.join(folder, 'stills.txt'), stillList(film, length))
  const layer = (name: string) => ['-loop', '1', '-framerate', String(RATE), '-i', name]
  const x = track(film.travels, 'x', scale)
  const y = track(film.travels, 'y', scale)
  const pressed = film.presses.map((at) => `between(t,${at / 1000},${(at + PRESS) / 1000})`)
  const layers = [
    `[0]fps=${RATE}[page]`,
    `[page][1]overlay=x='${x}':y='${y}':enable='${pressed.join('+') || 0}'[pressed]`,
    `[pressed][2]overlay=x='${x}':y='${y}',format=yuv420p[film]`,
  ]
  const input = ['-f', 'concat', '-i', 'stills.txt', ...layer('ring.png'), ...layer('pointer.png')]
  const codec = '-c:v libx264 -profile:v main -preset veryslow -crf 27 -tune animation -threads 1'
  const output = '-movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact'
  await run(
    'ffmpeg',
    [
      ...['-y', '-loglevel', 'error', ...input, '-filter_complex', layers.join(';')],
      ...['-map', '[film]', '-t', String(length / 1000), ...codec.split(' '), ...output.split(' ')],
      path.resolve(target),
    ],
    { cwd: folder },
  )
}

/** Writes a still as a picture with few colours: pages have few. */
export async function writeCover(film: Film, folder: string, target: string): Promise<void> {
  const palette =
    'split[a][b];[a]palettegen=max_colors=64:stats_mode=single[p];[b][p]paletteuse=dither=none'
  const flags = ['-fflags', '+bitexact', '-map_metadata', '-1', '-frames:v', '1']
  const args = ['-y', '-loglevel', 'error', '-i', film.cover, '-vf', palette, ...flags]
  await run('ffmpeg', [...args, path.resolve(target)], { cwd: folder })
}

/** The list that ffmpeg's concat demuxer reads. It ignores the last duration unless one more follows. */
function stillList({ stills }: Film, length: number): string {
  const lines = stills.flatMap(({ file, at }, index) => {
    const until = stills[index + 1]?.at ?? length
    return until > at ? [`file '${file}'`, `duration ${(until - at) / 1000}`] : []
  })
  return [...lines, `file '${stills.at(-1)?.file}'`].join('\n')
}

/** Where the pointer is, as an expression of the time t (s): its first place and all its ways so far. */
function track(travels: Travel[], axis: 'x' | 'y', scale: number): string {
  const start = ((travels[0]?.from[axis] ?? 0) - POINTER_SIZE / 2) * scale
  const ways = travels.map(({ at, from, to }) => {
    const part = `clip((t-${at / 1000})/${TRAVEL / 1000},0,1)`
    return `(${(to[axis] - from[axis]) * scale})*(3*pow(${part},2)-2*pow(${part},3))`
  })
  return [start, ...ways].join('+')
}
