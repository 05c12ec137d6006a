import { HtmlValidate } from 'html-validate'

const TABLE_ROLES = ['table', 'row', 'rowgroup', 'cell', 'columnheader', 'rowheader']

/** The HTML standard and accessibility, without rules on how HTML is written: React writes it. */
const checker = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The case of the doctype and the slash of `<br/>` mean nothing to a browser.
    'doctype-style': 'off',
    'void-style': 'off',
    // A table that turns into cards forgets its roles when `display` changes: they are written out.
    'no-redundant-role': 'off',
    // `<search>` is younger than the browsers we serve, and `<progress>` cannot be drawn as our bar; a
    // box to scroll in is no section of the text.
    'prefer-native-element': [
      'error',
      { exclude: [...TABLE_ROLES, 'search', 'progressbar', 'region'] },
    ],
    // A name on a list is allowed and read out; the rule only doubts that it is meant.
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    // A button without a type sends its form, which is what all of ours do.
    'no-implicit-button-type': 'off',
  },
})

/** What is wrong with a page's HTML, a line for each complaint. */
export async function complaintsAbout(html: string): Promise<string[]> {
  const report = await checker.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const source = html.split('\n')[line - 1]?.slice(Math.max(0, column - 40), column + 80)
      return `${ruleId}: ${message}, at: ${source}`
    }),
  )
}
