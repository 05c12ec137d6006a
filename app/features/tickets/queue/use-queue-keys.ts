import { useShortcuts } from '~/ui/shortcuts'

/** j and k walk through the subjects of the list, Enter then opens one as it opens any link, x ticks it; / searches. */
export function useQueueKeys(): void {
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    x: tick,
    '/': () => document.querySelector<HTMLInputElement>('input#q')?.select(),
  })
}

function walk(step: 1 | -1): void {
  const subjects = [...document.querySelectorAll<HTMLAnchorElement>('table .subject')]
  const row = document.activeElement?.closest('tr')
  const at = subjects.findIndex((subject) => subject.closest('tr') === row)
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), subjects.length - 1)
  subjects[next]?.focus()
}

function tick(): void {
  document.activeElement
    ?.closest('tr')
    ?.querySelector<HTMLInputElement>('input[name=ticket]')
    ?.click()
}
