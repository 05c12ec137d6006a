import type { MetaFunction } from '@remix-run/node'
import { publicLoader } from '~/http/handlers.server'
import { pageTitle } from '~/http/page-title'
import type { Handle } from '~/http/tier'
import { notFound } from '~/lib/errors'
import { ActingSpecimens } from '~/ui/gallery/acting'
import { FormSpecimens } from '~/ui/gallery/forms'
import { GroundSpecimens } from '~/ui/gallery/ground'
import { ListSpecimens } from '~/ui/gallery/lists'
import { MeasureSpecimens } from '~/ui/gallery/measures'
import { TellingSpecimens } from '~/ui/gallery/telling'
import { VoiceSpecimens } from '~/ui/gallery/voices'
import { HelpFrame } from '~/ui/help-frame'
import { Tabs } from '~/ui/menu'

export const handle: Handle = { tier: 'still', frame: 'gallery' }

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, 'Every component')

/** For those who build the portal, on their own machine. */
export const loader = publicLoader(async ({ context }): Promise<null> => {
  if (context.env.secure) throw notFound()
  return null
})

const GROUPS = [
  { id: 'ground', title: 'Ground', Specimens: GroundSpecimens },
  { id: 'acting', title: 'Acting', Specimens: ActingSpecimens },
  { id: 'forms', title: 'Forms', Specimens: FormSpecimens },
  { id: 'telling', title: 'Telling', Specimens: TellingSpecimens },
  { id: 'lists', title: 'Lists', Specimens: ListSpecimens },
  { id: 'voices', title: 'Voices', Specimens: VoiceSpecimens },
  { id: 'measures', title: 'Measures', Specimens: MeasureSpecimens },
]

export default function GalleryPage() {
  return (
    <HelpFrame>
      <div className="page-title">
        <h1>Every component, every state</h1>
        <p className="lead">
          Both themes follow the system. Each part says what it must do for people who do not see
          it, or do not use a mouse.
        </p>
      </div>
      <Tabs name="Groups" items={GROUPS.map(({ id, title }) => ({ to: `#${id}`, label: title }))} />
      {GROUPS.map(({ id, title, Specimens }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <Specimens />
        </section>
      ))}
    </HelpFrame>
  )
}
