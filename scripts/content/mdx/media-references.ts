import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { MediaFile } from '../media'
import type { Report } from './closed-format'
import { isJsxHast, type JsxElementHast, literalProps, setProp } from './jsx-props'

/** The files that a document may show, by the name it uses: those in its own folder. */
export type MediaByName = Record<string, MediaFile>

const kinds = {
  picture: {
    pattern: /\.(png|jpe?g|gif|webp|avif|svg)$/,
    names: '.png, .jpg, .webp, .avif, .gif or .svg',
  },
  video: { pattern: /\.(mp4|webm)$/, names: '.mp4 or .webm' },
  captions: { pattern: /\.vtt$/, names: '.vtt' },
}

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
    const find = (src: string, kind: keyof typeof kinds, line: number): MediaFile | null => {
      const found = lookUp(media, src, kind)
      if (typeof found === 'string') {
        report(line, found)
        return null
      }
      used.set(found.url, found)
      return found
    }
    visit(tree, (node) => {
      const line = node.position?.start.line ?? 1
      if (node.type === 'element' && node.tagName === 'img') {
        if (!String(node.properties.alt ?? '').trim()) {
          report(
            line,
            'The picture has no alt text. Say between the square brackets what it shows.',
          )
        }
        const file = find(String(node.properties.src), 'picture', line)
        if (file) showPicture(node, file)
      }
      if (!isJsxHast(node)) return
      const prop = (name: string) => String(literalProps(node)?.[name] ?? '')
      if (node.name === 'Figure') {
        const file = find(prop('src'), 'picture', line)
        if (file) setProps(node, { src: file.url, width: file.width, height: file.height })
      }
      if (node.name === 'Video') {
        const video = find(prop('src'), 'video', line)
        const poster = find(prop('poster'), 'picture', line)
        const captions = find(prop('captions'), 'captions', line)
        if (!video || !poster || !captions) return
        setProps(node, { src: video.url, bytes: video.bytes, captions: captions.url })
        setProps(node, { poster: poster.url, width: poster.width, height: poster.height })
      }
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

function showPicture(image: Element, { url, width, height }: MediaFile): void {
  Object.assign(image.properties, { src: url, width, height, loading: 'lazy', decoding: 'async' })
}

function setProps(node: JsxElementHast, props: Record<string, string | number | undefined>): void {
  for (const [name, value] of Object.entries(props)) setProp(node, name, String(value))
}
