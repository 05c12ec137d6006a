import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'

const WIDTH = 480
const HEIGHT = 220
const FLOOR = 190
const LEFT = 48

/** A point in time; null where nothing is known, which leaves a gap and is not zero. */
type Point = { label: string; value: number | null }

type Props = {
  /** What the picture shows, in a sentence; the table beside it has every figure. */
  name: string
  points: Point[]
  /** A value in words, for the axis. */
  format: (value: number) => string
}

/** How a value went, drawn on the server: no script, no inline style. */
export function LineChart({ name, points, format }: Props) {
  const most = Math.max(1, ...points.map(({ value }) => value ?? 0))
  const x = scalePoint(
    points.map(({ label }) => label),
    [LEFT, WIDTH - 12],
  )
  const y = scaleLinear([0, most], [FLOOR, 24])
  const known = points.filter(
    (point): point is { label: string; value: number } => point.value !== null,
  )
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ label }) => x(label) ?? 0)
    .y(({ value }) => y(value ?? 0))(points)
  // Half of little may read as the whole of it.
  const ticks = format(most / 2) === format(most) ? [0, most] : [0, most / 2, most]
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={name}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? 'floor' : 'grid'} d={`M0 ${y(tick)}H${WIDTH}`} />
          <text x={0} y={y(tick) - 5}>
            {tick === 0 ? '0' : format(tick)}
          </text>{' '}
        </g>
      ))}
      {path ? <path className="line-1" d={path} /> : null}
      {known.map(({ label, value }) => (
        <circle key={label} className="dot" cx={x(label)} cy={y(value)} r={3.5} />
      ))}
      {points.map(({ label }, index) => (
        <g key={label}>
          <text
            className={index % 2 === 1 ? 'minor' : undefined}
            x={x(label)}
            y={HEIGHT - 10}
            textAnchor="middle"
          >
            {label}
          </text>{' '}
        </g>
      ))}
    </svg>
  )
}
