type FigureProps = { src: string; alt: string; caption?: string; width: string; height: string }

/** A picture with its size, so that the page does not jump when it arrives. */
export function Figure({ src, alt, caption, width, height }: FigureProps) {
  return (
    <figure className="figure">
      <img src={src} alt={alt} width={width} height={height} loading="lazy" decoding="async" />
      {caption ? <figcaption>{caption}</figcaption> : null}
    </figure>
  )
}
