import { Breadcrumbs } from '../breadcrumbs'
import { BrandMark, Icon, type IconName } from '../icon'
import { Section } from '../section'
import { Tabs, Views } from '../menu'
import { Specimen } from './specimen'

const COLOURS = [
  'ground',
  'surface',
  'sunk',
  'line',
  'muted',
  'text',
  'accent',
  'accent-soft',
  'copper',
  'bad',
  'warn',
  'good',
  'info',
  'hold',
  'note',
]

const SHAPES: IconName[] = ['alert', 'check', 'clip', 'clock', 'dot', 'info', 'lock', 'pause']

/** What everything stands on: colour, type, lines, menus. */
export function GroundSpecimens() {
  return (
    <>
      <Colours />
      <Type />
      <Specimen
        title="Shapes"
        criterion="Beside a word, never instead of one; hidden from screen readers."
      >
        <p className="actions">
          <BrandMark />
          {SHAPES.map((name) => (
            <span key={name} className="actions">
              <Icon name={name} /> {name}
            </span>
          ))}
        </p>
      </Specimen>
      <Lines />
      <Menus />
    </>
  )
}

function Colours() {
  return (
    <Specimen
      title="Colour"
      criterion="Text 4.5:1, edges and rings 3:1, in both themes. No meaning by colour alone."
    >
      <ul className="swatches">
        {COLOURS.map((name) => (
          <li className="swatch" key={name}>
            <svg aria-hidden="true">
              <rect className={`fill-${name}`} width="100%" height="100%" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </Specimen>
  )
}

function Type() {
  return (
    <Specimen
      title="Type: five sizes"
      criterion="Grows to 200 % without loss; text spacing may be changed."
    >
      <p className="size-xl">xl: the page</p>
      <p className="size-l">l: the section</p>
      <p className="size-m measure">
        m: reading, 68 characters to a line. Where a sentence ends, the eye should find the next
        line without a search.
      </p>
      <p className="size-s">s: controls, and everything on the desk</p>
      <p className="size-xs">xs: times, captions, counts</p>
    </Specimen>
  )
}

function Lines() {
  return (
    <Specimen
      title="Sections: under the lintel, and a light one"
      criterion="A named region; its heading is one level under the title of the page."
    >
      <Section id="section-lintel" title="Under the lintel" variant="flat">
        <p>The content hangs from the line.</p>
      </Section>
      <Section id="section-light" title="A light one" variant="light">
        <p>For what stands beside the main thing.</p>
      </Section>
    </Specimen>
  )
}

function Menus() {
  return (
    <Specimen
      title="Menus: the way up, tabs, views"
      criterion="Each is a named navigation of links; the current place is marked in words for screen readers too."
    >
      <Breadcrumbs
        trail={[
          { to: '/kb', label: 'Articles' },
          { to: '/kb/signing-in', label: 'Signing in' },
        ]}
      />
      <Tabs
        name="Kinds of results"
        current="?type=all"
        items={[
          { to: '?type=all', label: 'Everything', count: 6 },
          { to: '?type=article', label: 'Articles', count: 3 },
          { to: '?type=faq', label: 'Quick answers', count: 2 },
        ]}
      />
      <Views
        name="Views of the queue"
        current="?view=mine"
        items={[
          { to: '?view=mine', label: 'Mine', count: 5 },
          { to: '?view=unassigned', label: 'Unassigned', count: 6 },
          { to: '?view=all', label: 'All', count: 612 },
        ]}
      />
    </Specimen>
  )
}
