import { z } from 'zod'
import { demoFormNames } from './demo-forms'

export type ComponentRule = {
  /** What a writer may set. The descriptions are the documentation in content/README.md. */
  props: z.ZodObject<z.ZodRawShape, 'strict'>
  /** A block stands on lines of its own; an inline component stands within a sentence. */
  place: 'block' | 'inline'
  /** The component that it must lie in, when it makes no sense alone. */
  within?: string
  /** What has to stand between its tags. */
  holds: 'text' | 'blocks' | 'ordered-list' | 'table' | 'Tab' | 'Term' | 'nothing'
  /** Props that readers see, so the search and the Markdown twin need them too. */
  visibleProps: string[]
}

const text = (description: string) => z.string().min(1).describe(description)
const file = text('A file in the same folder, such as ./name.png')
const shape = <T extends z.ZodRawShape>(fields: T) => z.object(fields).strict()

const inline: ComponentRule = { props: shape({}), place: 'inline', holds: 'text', visibleProps: [] }

const rules: Record<string, ComponentRule> = {
  Callout: {
    props: shape({
      kind: z
        .enum(['info', 'good', 'warn'])
        .optional()
        .describe('info (if left out), good or warn'),
      title: text('Other words than "Good to know", "Tip" or "Take care"').optional(),
    }),
    place: 'block',
    holds: 'blocks',
    visibleProps: ['title'],
  },
  Steps: { props: shape({}), place: 'block', holds: 'ordered-list', visibleProps: [] },
  Tabs: {
    props: shape({ label: text('What the sections are a choice of, such as "Ways to sign in"') }),
    place: 'block',
    holds: 'Tab',
    visibleProps: [],
  },
  Tab: {
    props: shape({ label: text('The heading of this section') }),
    place: 'block',
    within: 'Tabs',
    holds: 'blocks',
    visibleProps: [],
  },
  Figure: {
    props: shape({
      src: file,
      alt: text('What the picture shows, for readers who do not see it'),
      caption: text('A line below the picture').optional(),
    }),
    place: 'block',
    holds: 'nothing',
    visibleProps: ['alt', 'caption'],
  },
  Video: {
    props: shape({
      src: file,
      poster: file,
      captions: text('A .vtt file in the same folder with the words that are spoken or shown'),
      title: text('A line below the video that says what it shows'),
      length: text('How long it is, such as "48 seconds"').optional(),
    }),
    place: 'block',
    holds: 'blocks',
    visibleProps: ['title'],
  },
  Demo: {
    props: shape({
      form: z.enum(demoFormNames).describe(`The form to draw: ${demoFormNames.join(', ')}`),
    }),
    place: 'block',
    holds: 'ordered-list',
    visibleProps: [],
  },
  Table: {
    props: shape({ caption: text('A line over the table that says what it lists') }),
    place: 'block',
    holds: 'table',
    visibleProps: [],
  },
  Definitions: { props: shape({}), place: 'block', holds: 'Term', visibleProps: [] },
  Term: {
    props: shape({ name: text('The word that is explained') }),
    place: 'block',
    within: 'Definitions',
    holds: 'blocks',
    visibleProps: ['name'],
  },
  Kbd: inline,
  Path: inline,
  File: inline,
}

/** The closed list: what is not in it does not exist in an article. */
export const componentNames = Object.keys(rules)

/** The rule of a component, or null when there is no such component. */
export function ruleOf(name: string | null): ComponentRule | null {
  return name !== null && Object.hasOwn(rules, name) ? (rules[name] ?? null) : null
}
