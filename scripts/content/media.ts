import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { imageSize } from 'image-size'
import { MEDIA_PATH } from '~/features/articles/article'

/** A picture, video or caption file beside a document. */
export type MediaFile = {
  /** From the content folder: `tutorials/first-ticket/add-a-picture.mp4`. */
  name: string
  /** The address that never changes its content: `/media/add-a-picture.3f9c2ab1d0.mp4`. */
  url: string
  bytes: number
  /** Pixels; only pictures have them. */
  width?: number
  height?: number
  /** Why it cannot be shown, as a sentence. */
  defect?: string
}

const mediaNames = /\.(png|jpe?g|gif|webp|avif|svg|mp4|webm|vtt)$/

/** Reads every media file among the names: its hash, and what a page has to know about it. */
export async function readMedia(contentDir: string, names: string[]): Promise<MediaFile[]> {
  return Promise.all(
    names
      .filter((name) => mediaNames.test(name))
      .map(async (name) => describe(name, await readFile(path.join(contentDir, name)))),
  )
}

function describe(name: string, data: Buffer): MediaFile {
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 10)
  const { name: stem, ext } = path.posix.parse(name)
  const file: MediaFile = { name, url: `${MEDIA_PATH}${stem}.${hash}${ext}`, bytes: data.length }
  if (!/^[a-z0-9-]+$/.test(stem)) {
    return {
      ...file,
      defect: `The name "${stem}${ext}" may have small letters, digits and hyphens only.`,
    }
  }
  if (ext === '.vtt') return { ...file, ...captionsDefect(stem, data.toString('utf8')) }
  if (ext === '.mp4' || ext === '.webm') return file
  if (ext === '.svg') {
    const defect = drawingDefect(stem, data.toString('utf8'))
    if (defect) return { ...file, defect }
  }
  return { ...file, ...pictureSize(`${stem}${ext}`, data) }
}

function pictureSize(name: string, data: Buffer): Pick<MediaFile, 'width' | 'height' | 'defect'> {
  try {
    const { width, height } = imageSize(data)
    return { width: Math.round(width), height: Math.round(height) }
  } catch {
    return { defect: `The picture "${name}" cannot be read. Save it again with a drawing program.` }
  }
}

const lively =
  /<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY|@import|(?:href\s*=\s*|url\(\s*)["']?(?!["'#])/i

/** A drawing opened by its own address would run what it holds, and fetch what it names. */
function drawingDefect(stem: string, text: string): string | null {
  return lively.test(text)
    ? `The drawing "${stem}.svg" holds a script or a link. Save it as a plain drawing.`
    : null
}

function captionsDefect(stem: string, text: string): Pick<MediaFile, 'defect'> {
  const cues = text.match(/^(\d\d:)?\d\d:\d\d\.\d{3} --> (\d\d:)?\d\d:\d\d\.\d{3}/gm) ?? []
  if (!text.startsWith('WEBVTT') || cues.length === 0) {
    return {
      defect: `The captions "${stem}.vtt" must start with WEBVTT and hold at least one line with times.`,
    }
  }
  return {}
}

/** The media in the folder of a document, by the name it uses, and only those that it names. */
export function mediaNamedIn(
  source: string,
  documentName: string,
  media: Map<string, MediaFile[]>,
): Record<string, MediaFile> {
  const beside = media.get(path.posix.dirname(documentName)) ?? []
  const named = beside.filter((file) => source.includes(path.posix.basename(file.name)))
  return Object.fromEntries(named.map((file) => [path.posix.basename(file.name), file]))
}

/** Media by folder. */
export function byFolder(files: MediaFile[]): Map<string, MediaFile[]> {
  const folders = new Map<string, MediaFile[]>()
  for (const file of files) {
    const folder = path.posix.dirname(file.name)
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return folders
}
