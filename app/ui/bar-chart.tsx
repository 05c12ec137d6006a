import { scaleBand, scaleLinear } from 'd3-scale'

const WIDTH = 480
const HEIGHT = 220
const FLOOR = 190
const LEFT = 36

export type Bar = { label: string; value: number }

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
  const ticks = y.ticks(3).filter((tick) => tick === 0 || Number.isInteger(tick))
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'floor' : 'grid'} d={`M0 ${y(tick)}H${WIDTH}`} />
          <text x={0} y={y(tick) - 5}>
            {format(tick)}
          </text>
        </g>
      ))}
      {bars.map(({ label, value }, index) => {
        const left = x(label) ?? 0
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
              x={left + x.bandwidth() / 2}
              y={HEIGHT - 10}
              textAnchor="middle"
            >
              {label}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
