import type { ComponentType } from 'react'
import { Callout } from './callout'
import { Demo } from './demo'
import { Figure } from './figure'
import { Definitions, File, Kbd, Path, Steps, Table, Term } from './small-components'
import { Tab, Tabs } from './tabs'
import { Video } from './video'

// Each component has its own props, checked by component-rules.ts before anything is rendered.
type AnyComponent = ComponentType<never>

/** What the names in an article stand for; component-rules.ts has a rule for each. */
export const componentMap: Record<string, AnyComponent> = {
  Callout,
  Definitions,
  Demo,
  Figure,
  File,
  Kbd,
  Path,
  Steps,
  Tab,
  Table,
  Tabs,
  Term,
  Video,
}
