import { beginning } from '~/lib/text'
import { MoveForm } from '~/forms/move-form'
import {
  macroPath,
  macrosPath,
  newMacroPath,
  newSavedReplyPath,
  savedReplyPath,
} from '~/http/desk-paths'
import { ButtonLink } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import { Section } from '~/ui/section'
import { DESK_STATUS, PRIORITY_LABEL } from '../ticket'
import type { MacroSettings, SavedReplySettings } from './macro-settings'

type Props = { macros: MacroSettings[]; replies: SavedReplySettings[]; isAdmin: boolean }

/** What agents do and write again and again. Admins keep the macros, every agent the texts. */
export function MacroList({ macros, replies, isAdmin }: Props) {
  return (
    <>
      <KeptFlash />
      <h1 className="page-title">Macros and saved replies</h1>
      <Section id="macros" title="Macros" variant="flat">
        <p>
          A macro replies, changes the ticket and adds tags in one go.
          {isAdmin ? '' : ' Admins write them; you find them on every ticket.'}
        </p>
        {macros.length === 0 ? <p>There is no macro yet.</p> : <Macros {...{ macros, isAdmin }} />}
        {isAdmin ? (
          <p className="after-list">
            <ButtonLink to={newMacroPath} look="quiet">
              Add a macro
            </ButtonLink>
          </p>
        ) : null}
      </Section>
      <Section id="replies" title="Saved replies">
        <p>A text to begin a reply with. You read it again before you send it.</p>
        {replies.length === 0 ? <p>There is no saved reply yet.</p> : <Replies replies={replies} />}
        <p className="after-list">
          <ButtonLink to={newSavedReplyPath} look="quiet">
            Add a saved reply
          </ButtonLink>
        </p>
      </Section>
    </>
  )
}

function Macros({ macros, isAdmin }: Omit<Props, 'replies'>) {
  const columns: Column<MacroSettings>[] = [
    {
      key: 'name',
      label: 'Macro',
      cell: ({ id, name, description }) => (
        <>
          {isAdmin ? (
            <Link className="subject" to={macroPath(id)}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}{' '}
          <span className="subline">{description}</span>
        </>
      ),
    },
    { key: 'does', label: 'What it does', cell: (macro) => macroWords(macro) },
    { key: 'state', label: 'State', cell: ({ active }) => (active ? 'In use' : 'Not in use') },
  ]
  const order = {
    key: 'order',
    label: 'Order',
    cell: (macro: MacroSettings) => (
      <MoveForm
        action={macrosPath}
        row={{ field: 'id', value: macro.id }}
        name={macro.name}
        isFirst={macro === macros[0]}
        isLast={macro === macros.at(-1)}
      />
    ),
  }
  return (
    <DataTable
      caption="In the order in which agents see them"
      rows={macros}
      rowKey={({ id }) => id}
      columns={isAdmin ? [...columns, order] : columns}
    />
  )
}

/** "Writes a reply; sets Solved; adds the tag vip". */
function macroWords(macro: MacroSettings): string {
  const { reply, next_status, priority, add_tags, assign } = macro
  const words = [
    reply && 'writes a reply',
    next_status && `sets ${DESK_STATUS[next_status]}`,
    priority && `sets priority ${PRIORITY_LABEL[priority]}`,
    add_tags.length > 0 &&
      `adds ${add_tags.length === 1 ? 'the tag' : 'the tags'} ${add_tags.join(', ')}`,
    assign === 'me' && 'assigns whoever uses it',
    assign === 'nobody' && 'puts it back in the queue',
  ]
    .filter(Boolean)
    .join('; ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function Replies({ replies }: { replies: SavedReplySettings[] }) {
  return (
    <DataTable
      caption="By title"
      rows={replies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          label: 'Saved reply',
          cell: ({ id, title, body }) => (
            <>
              <Link className="subject" to={savedReplyPath(id)}>
                <bdi>{title}</bdi>
              </Link>{' '}
              <span className="subline">
                <bdi>{body.length > 90 ? `${beginning(body, 90)}…` : body}</bdi>
              </span>
            </>
          ),
        },
        {
          key: 'state',
          label: 'State',
          cell: ({ active }) => (active ? <>In&nbsp;use</> : <>Not in&nbsp;use</>),
        },
      ]}
    />
  )
}
