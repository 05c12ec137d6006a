import { SubmitButton } from '~/forms/submit-button'
import { shortcutsPath } from '~/http/desk-paths'
import { DataTable, type Column } from '~/ui/data-table'
import { KeptFlash } from '~/ui/kept-flash'

type Shortcut = { key: string; does: string; instead: string }

/** Every shortcut stands for something that can be seen and pressed. */
const SHORTCUTS: Shortcut[] = [
  { key: 'j', does: 'Go to the next ticket of the queue', instead: 'Tab key' },
  { key: 'k', does: 'Go to the ticket before it', instead: 'Shift and Tab keys' },
  { key: 'Enter', does: 'Open the ticket that has the focus', instead: 'Its subject' },
  { key: 'x', does: 'Tick the ticket that has the focus', instead: 'The box before it' },
  { key: 'r', does: 'Write a reply on a ticket', instead: 'The field “Reply”' },
  { key: 'n', does: 'Write a note on a ticket', instead: 'The field “Note”' },
  { key: 'a', does: 'Choose whose ticket it is', instead: 'The field “Assignee”' },
  { key: '/', does: 'Search the queue', instead: '“Search” above the queue' },
  { key: '?', does: 'Show this page', instead: '“Keyboard shortcuts” below each page' },
]

const COLUMNS: Column<Shortcut>[] = [
  { key: 'key', label: 'Key', cell: ({ key }) => <kbd>{key}</kbd> },
  { key: 'does', label: 'What it does', cell: ({ does }) => does },
  { key: 'instead', label: 'Without it', cell: ({ instead }) => instead },
]

/** What single keys do at the desk, and the switch for all of them. */
export function ShortcutsForm({ on }: { on: boolean }) {
  return (
    <>
      <KeptFlash />
      <h1 className="page-title">Keyboard shortcuts</h1>
      <form className="form form--above" action={shortcutsPath} method="post">
        <p>
          Keyboard shortcuts are <strong>{on ? 'on' : 'off'}</strong>. They need JavaScript, and
          rest while you write.
        </p>
        <p className="actions">
          <SubmitButton name="intent" value={on ? 'off' : 'on'} busy="Saving…" look="quiet">
            {on ? 'Turn shortcuts off' : 'Turn shortcuts on'}
          </SubmitButton>
        </p>
      </form>
      <DataTable
        caption="What each key does at the desk"
        columns={COLUMNS}
        rows={SHORTCUTS}
        rowKey={({ key }) => key}
      />
    </>
  )
}
