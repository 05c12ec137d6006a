const FIELDS = 'input:not([type=hidden], [type=checkbox]), textarea, select'

/**
 * Whether somebody would notice if the rows moved: a box is ticked, the focus or the pointer is in the list, or
 * something was typed or chosen and not sent yet.
 */
export function isBeingUsed(page: HTMLElement): boolean {
  const list = page.querySelector('#tickets')
  if (list?.querySelector('input[type=checkbox]:checked, tbody:hover')) return true
  if (list !== document.activeElement && list?.contains(document.activeElement)) return true
  return [...page.querySelectorAll<Field>(FIELDS)].some(isChanged)
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

function isChanged(field: Field): boolean {
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue
  const first = field.options[0]
  const before = [...field.options].find((option) => option.defaultSelected) ?? first
  return before !== undefined && !before.selected
}
