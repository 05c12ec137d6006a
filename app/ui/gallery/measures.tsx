import { Figures } from '../figures'
import { Specimen } from './specimen'

/** What is counted. */
export function MeasureSpecimens() {
  return (
    <Specimen title="Figures" criterion="A list of terms and values, in reading order.">
      <Figures
        figures={[
          { name: 'CSAT', value: '90 %', note: 'up 2 points' },
          { name: 'First reply, median', value: '1 h 52 min', note: '19 min faster' },
          { name: 'Deflection', value: '34 %', note: '166 times' },
        ]}
      />
    </Specimen>
  )
}
