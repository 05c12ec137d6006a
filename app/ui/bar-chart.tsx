import { scaleBand, scaleLinear } from 'd3-scale'

const WIDTH = 480
const HEIGHT = 220
const FLOOR = 190
const LEFT = 36
/** Of the words under a bar: the height of a line, and how wide a letter is about. */
const LINE = 14
const LETTER = 7

type Bar = { label: string; value: number }

type Props = {
  /** What the picture shows, in a sentence; the table beside it has every figure. */
  name: string
  bars: Bar[]
  /** A value in words, for the axis. */
  format?: (value: number) => string
}

/** Values side by side, drawn on the server: no script, no inline style. */
export function BarChart({ name, bars, format = String }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const x = scaleBand(
    bars.map(({ label }) => label),
    [LEFT, WIDTH],
  ).padding(0.35)
  const y = scaleLinear([0, most], [FLOOR, 24]).nice(3)
  const lines = bars.map(({ label }) => wrapWords(label, Math.floor(x.step() / LETTER)))
  const height = HEIGHT + LINE * (Math.max(1, ...lines.map(({ length }) => length)) - 1)
  const ticks = y.ticks(3).filter((tick) => tick === 0 || Number.isInteger(tick))
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={name}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'floor' : 'grid'} d={`M0 ${y(tick)}H${WIDTH}`} />
          <text x={0} y={y(tick) - 5}>
            {format(tick)}
          </text>{' '}
        </g>
      ))}
      {bars.map(({ label, value }, index) => {
        const left = x(label) ?? 0
        const middle = left + x.bandwidth() / 2
        return (
          <g key={label}>
            <rect
              className="bar-1"
              x={left}
              y={y(value)}
              width={x.bandwidth()}
              height={FLOOR - y(value)}
            />
            <text
              className={index % 2 === 1 ? 'minor' : undefined}
              y={HEIGHT - 10}
              textAnchor="middle"
            >
              {lines[index]!.map((words, place) => (
                <tspan key={place} x={middle} dy={place === 0 ? 0 : LINE}>
                  {words}
                </tspan>
              ))}
            </text>{' '}
          </g>
        )
      })}
    </svg>
  )
}

/** A label in lines of so many letters; a longer word has a line of its own. */
function wrapWords(label: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
