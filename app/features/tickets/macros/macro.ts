/** What a text of the desk may leave to be filled in, with what each stands for. */
export const VARIABLES = [
  { name: 'requester.first_name', meaning: 'the first word of the requester’s name' },
  { name: 'requester.name', meaning: 'the requester’s whole name' },
  { name: 'ticket.number', meaning: 'the number of the ticket' },
  { name: 'ticket.subject', meaning: 'the subject of the ticket' },
  { name: 'agent.first_name', meaning: 'the first word of the name of whoever sends it' },
  { name: 'agent.name', meaning: 'the whole name of whoever sends it' },
] as const

type VariableName = (typeof VARIABLES)[number]['name']

/** What stands in for the variables. */
type Facts = {
  requester: { name: string }
  ticket: { number: number; subject: string }
  agent: { name: string }
}

const firstWord = (name: string) => name.trim().split(' ')[0] ?? ''

function valuesOf({ requester, ticket, agent }: Facts): Record<VariableName, string> {
  return {
    'requester.name': requester.name,
    'requester.first_name': firstWord(requester.name),
    'ticket.number': String(ticket.number),
    'ticket.subject': ticket.subject,
    'agent.name': agent.name,
    'agent.first_name': firstWord(agent.name),
  }
}

/**
 * A reply of a macro, or a saved reply, with its variables filled in. What was filled in is not looked at again, and
 * what is no variable stays as it stands. `private.fill_in` in Postgres does the same.
 */
export function fillIn(template: string, facts: Facts): string {
  const values: Record<string, string> = valuesOf(facts)
  return template.replace(/\{\{ *([a-z_.]+) *\}\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? written) : written,
  )
}

/** What stands between double braces and means nothing, each once, as it is written: `{{requester.age}}`. */
export function unknownVariables(template: string): string[] {
  const known = new Set<string>(VARIABLES.map(({ name }) => name))
  const written = template.match(/\{\{[^{}]*\}\}/g) ?? []
  const name = (variable: string) => /^\{\{ *([a-z_.]+) *\}\}$/.exec(variable)?.[1] ?? ''
  return [...new Set(written.filter((variable) => !known.has(name(variable))))]
}
