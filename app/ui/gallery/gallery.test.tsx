import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ActingSpecimens } from './acting'
import { FormSpecimens } from './forms'
import { GroundSpecimens } from './ground'
import { ListSpecimens } from './lists'
import { MeasureSpecimens } from './measures'
import { TellingSpecimens } from './telling'
import { VoiceSpecimens } from './voices'

const groups: [string, ReactElement][] = [
  ['ground', <GroundSpecimens key="ground" />],
  ['acting', <ActingSpecimens key="acting" />],
  ['forms', <FormSpecimens key="forms" />],
  ['telling', <TellingSpecimens key="telling" />],
  ['lists', <ListSpecimens key="lists" />],
  ['voices', <VoiceSpecimens key="voices" />],
  ['measures', <MeasureSpecimens key="measures" />],
]

const page = groups.map(([, group]) => renderToStaticMarkup(group)).join('\n')

function values(attribute: string): string[] {
  return [...page.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value!)
}

const ids = values('id')

test.each(groups)(
  '%s: no component carries what the policy of the page forbids',
  (_name, group) => {
    expect(renderToStaticMarkup(group)).not.toMatch(/ style=|<script|<style| on[a-z]+=/)
  },
)

test.each(groups)('%s: each specimen says what it must do for everybody', (_name, group) => {
  const html = renderToStaticMarkup(group)
  const specimens = html.match(/<section class="specimen">/g) ?? []
  expect(specimens.length).toBeGreaterThan(0)
  expect(html.match(/<p class="criterion">[^<]/g)).toHaveLength(specimens.length)
})

test('no two things have the same id', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
})

test('every id that a description, a name or a label refers to exists', () => {
  const named = ['aria-describedby', 'aria-labelledby', 'for'].flatMap(values)
  const referred = named.flatMap((value) => value.split(' '))
  expect(referred.length).toBeGreaterThan(20)
  expect(referred.filter((id) => !ids.includes(id))).toEqual([])
})

test('the lines of the error summary lead to fields on the page, in the words beside them', () => {
  const summary = page.match(/<div class="error-summary"[^]*?<\/ul>/)?.[0] ?? ''
  const lines = [...summary.matchAll(/href="#([^"]+)">([^<]+)</g)]
  expect(lines.length).toBeGreaterThan(0)
  for (const [, id, words] of lines) {
    expect(ids).toContain(id)
    expect(page).toContain(`Error:</span> ${words}`)
  }
})

test('shapes are passed over by screen readers: the word beside them says it', () => {
  const shapes = page.match(/<svg[^>]*>/g) ?? []
  expect(shapes.length).toBeGreaterThan(20)
  expect(shapes.filter((shape) => !/aria-hidden="true"|role="img"/.test(shape))).toEqual([])
})
