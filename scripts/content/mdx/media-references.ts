import type { Element, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { MediaFile } from '../media'
import type { Report } from './closed-format'
import { isJsxHast, type JsxElementHast, literalProps, setProp } from './jsx-props'

/** The files that a document may show, by the name it uses: those in its own folder. */
type MediaByName = Record<string, MediaFile>

const kinds = {
  picture: {
    pattern: /\.(png|jpe?g|gif|webp|avif|svg)$/,
    names: '.png, .jpg, .webp, .avif, .gif or .svg',
  },
  video: { pattern: /\.(mp4|webm)$/, names: '.mp4 or .webm' },
  captions: { pattern: /\.vtt$/, names: '.vtt' },
}

/** Finds a file, or reports why not. */
type Find = (src: string, kind: keyof typeof kinds, line: number) => MediaFile | null

/**
 * Rehype plugin: leads pictures, videos and captions to the files with hashed names, with the size
 * of the picture, and hands over which files are used.
 */
export function mediaReferences(
  media: MediaByName,
  report: Report,
  receive: (used: MediaFile[]) => void,
) {
  return (tree: Root) => {
    const used = new Map<string, MediaFile>()
    const find: Find = (src, kind, line) => {
      const found = lookUp(media, src, kind)
      if (typeof found === 'string') {
        report(line, found)
        return null
      }
      used.set(found.url, found)
      return found
    }
    visit(tree, (node) => {
      if (node.type === 'element' && node.tagName === 'img') leadPicture(node, find, report)
      if (isJsxHast(node) && node.name === 'Figure') leadFigure(node, find)
      if (isJsxHast(node) && node.name === 'Video') leadVideo(node, find)
    })
    receive([...used.values()])
  }
}

function lookUp(media: MediaByName, src: string, kind: keyof typeof kinds): MediaFile | string {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
    return `"${src}" is on another site. Put the file into the folder of this document.`
  }
  if (!/^\.\/[^/]+$/.test(src)) return `"${src}" must be a file beside this document: ./name.png.`
  if (!kinds[kind].pattern.test(src)) return `"${src}" must end in ${kinds[kind].names}.`
  const file = Object.hasOwn(media, src.slice(2)) ? media[src.slice(2)] : undefined
  if (!file) return `There is no file "${src}" beside this document.`
  return file.defect ?? file
}

function leadPicture(image: Element, find: Find, report: Report): void {
  const line = lineOf(image)
  if (!String(image.properties.alt ?? '').trim()) {
    report(line, 'The picture has no alt text. Say between the square brackets what it shows.')
  }
  const file = find(String(image.properties.src), 'picture', line)
  if (!file) return
  const { url, width, height } = file
  Object.assign(image.properties, { src: url, width, height, loading: 'lazy', decoding: 'async' })
}

function leadFigure(figure: JsxElementHast, find: Find): void {
  const file = find(propOf(figure, 'src'), 'picture', lineOf(figure))
  if (file) setProps(figure, { src: file.url, width: file.width, height: file.height })
}

/** A video takes its size from its first picture. */
function leadVideo(element: JsxElementHast, find: Find): void {
  const line = lineOf(element)
  const video = find(propOf(element, 'src'), 'video', line)
  const poster = find(propOf(element, 'poster'), 'picture', line)
  const captions = find(propOf(element, 'captions'), 'captions', line)
  if (!video || !poster || !captions) return
  setProps(element, { src: video.url, bytes: video.bytes, captions: captions.url })
  setProps(element, { poster: poster.url, width: poster.width, height: poster.height })
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1
}

function propOf(element: JsxElementHast, name: string): string {
  return String(literalProps(element)?.[name] ?? '')
}

function setProps(node: JsxElementHast, props: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(props)) setProp(node, name, String(value))
}
