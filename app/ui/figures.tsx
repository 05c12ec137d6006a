type Figure = {
  name: string
  /** With its unit: "90 %", "1 h 52 min". */
  value: string
  /** What it is out of, or how it moved. */
  note?: string
}

/** The few numbers that a page is about, as terms and values in reading order. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note ? <dd className="change">{note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
