type Props = {
  /** Where it searches: `/search`, `/faq`, a category. */
  action: string
  label: string
  query?: string
  large?: boolean
  id?: string
  /** Its name among the landmarks, where a page has two. */
  name?: string
}

/** The one field that may be large. A plain GET form: its result has an address. */
export function SearchBox({ action, label, query, large = false, id = 'q', name }: Props) {
  return (
    <form
      className={large ? 'search-box search-box--large' : 'search-box'}
      role="search"
      aria-label={name}
      action={action}
      method="get"
    >
      <label htmlFor={id}>{label}</label>
      <div className="search-line">
        <input
          className="input"
          type="search"
          id={id}
          name="q"
          defaultValue={query}
          autoComplete="off"
          maxLength={200}
        />
        <button className="button">Search</button>
      </div>
    </form>
  )
}
