import type { ReactNode } from 'react'

type VideoProps = {
  src: string
  poster: string
  captions: string
  title: string
  length?: string
  bytes: string
  width: string
  height: string
  /** The transcript. */
  children?: ReactNode
}

/** A video that loads nothing until it is played, with captions and the same in words. */
export function Video(props: VideoProps) {
  const { src, poster, captions, title, length, bytes, width, height, children } = props
  const facts = [length, megabytes(Number(bytes)), 'with captions'].filter(Boolean).join(', ')
  return (
    <>
      <figure className="video">
        <video controls preload="none" playsInline width={width} height={height} poster={poster}>
          <source src={src} type={src.endsWith('.webm') ? 'video/webm' : 'video/mp4'} />
          <track kind="captions" src={captions} srcLang="en" label="English" />
          Your browser does not play video. The transcript below says the same.
        </video>
        <figcaption>
          {title.replace(/\.$/, '')}. {facts}.
        </figcaption>
      </figure>
      <details className="disclosure">
        <summary>Read the transcript</summary>
        <div className="stack">{children}</div>
      </details>
    </>
  )
}

function megabytes(bytes: number): string {
  return `${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`
}
