import { PriorityBadge } from '~/ui/badge'
import { Properties } from '~/ui/properties'
import { Section } from '~/ui/section'
import { PRIORITIES, PRIORITY_LABEL, PRIORITY_MEANING } from './ticket'

/** One line on what each priority means. */
export function PriorityGuide() {
  const items = PRIORITIES.map((priority) => ({
    name: PRIORITY_LABEL[priority],
    value: PRIORITY_MEANING[priority],
    badge: <PriorityBadge priority={priority}>{PRIORITY_LABEL[priority]}</PriorityBadge>,
  }))
  return (
    <Section id="how-urgent" title="How urgent is it?" variant="light">
      <Properties items={items} />
    </Section>
  )
}
