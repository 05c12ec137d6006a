import { SubmitButton } from './submit-button'

type Props = {
  action: string
  /** The hidden field that says which row is moved. */
  row: { field: string; value: string }
  /** What the row is called, for those who hear the buttons. */
  name: string
  isFirst: boolean
  isLast: boolean
}

/** Moves a row of settings by one place; the first cannot go up, nor the last down. */
export function MoveForm({ action, row, name, isFirst, isLast }: Props) {
  return (
    <form action={action} method="post">
      <input type="hidden" name={row.field} value={row.value} />
      <p className="actions">
        {isFirst ? null : (
          <SubmitButton look="quiet" small name="intent" value="up" busy="Moving…">
            Up<span className="hidden-text">: {name}</span>
          </SubmitButton>
        )}{' '}
        {isLast ? null : (
          <SubmitButton look="quiet" small name="intent" value="down" busy="Moving…">
            Down<span className="hidden-text">: {name}</span>
          </SubmitButton>
        )}
      </p>
    </form>
  )
}
