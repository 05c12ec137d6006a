import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { BarChart } from './bar-chart'

function linesOf(labels: string[]): string[] {
  const bars = labels.map((label) => ({ label, value: 1 }))
  const html = renderToStaticMarkup(<BarChart name="Bars" bars={bars} />)
  return [...html.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, words]) => words!)
}

test('long words under a bar stand in lines, so that they do not run into each other', () => {
  const labels = ['Account and notices', 'Something else', 'Your data', 'Signing in']
  expect(linesOf(labels)).toEqual([
    'Account and',
    'notices',
    'Something else',
    'Your data',
    'Signing in',
  ])
})

test('a short word under a bar stands in one line', () => {
  expect(linesOf(['Jan', 'Feb', 'Mar'])).toEqual(['Jan', 'Feb', 'Mar'])
})
