import { useEffect, useRef } from 'react'
import type { FieldState } from '~/forms/form-state'
import { PORTAL_ZONE } from '~/http/reader-clock'
import { SelectField } from '~/ui/field'

type Props = FieldState & {
  zones: string[]
  hint: string
  /** Chooses the zone of the browser where nothing was chosen; what a person has chosen stays. */
  guess?: boolean
}

/** The zone of somebody's times; the portal's own stands first. */
export function ZoneField({ zones, guess = false, ...field }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const select = place.current?.querySelector('select')
    if (!guess || !select || select.value !== '') return
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    if (zones.includes(timeZone)) select.value = timeZone
  }, [guess, zones])
  return (
    <div ref={place}>
      <SelectField
        {...field}
        label="Time zone"
        first={`The portal’s own, ${PORTAL_ZONE}`}
        choices={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
    </div>
  )
}
