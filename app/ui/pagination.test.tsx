import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { pagesAround, Pagination } from './pagination'

function pages(page: number, total: number): string {
  return renderToStaticMarkup(
    <Pagination
      name="Pages of tickets"
      page={page}
      pageSize={10}
      total={total}
      linkTo={(number) => `?page=${number}`}
    />,
  )
}

test.each([
  [1, 1, [1]],
  [1, 8, [1, 2, 8]],
  [2, 8, [1, 2, 3, 8]],
  [5, 8, [1, 4, 5, 6, 8]],
  [8, 8, [1, 7, 8]],
])('on page %i of %i these numbers are offered: %j', (page, last, numbers) => {
  expect(pagesAround(page, last)).toEqual(numbers)
})

test('a list that fits on one page has no pages', () => {
  expect(pages(1, 10)).toBe('')
  expect(pages(1, 0)).toBe('')
})

test('the place in the list is told in words and marked in the menu', () => {
  expect(pages(2, 26)).toContain('<p>11 to 20 of 26</p>')
  expect(pages(3, 26)).toContain('<p>21 to 26 of 26</p>')
  expect(pages(2, 26).match(/aria-current="page"/g)).toHaveLength(1)
})

test('there is no way back from the first page and none on from the last', () => {
  expect(pages(1, 26)).not.toContain('rel="prev"')
  expect(pages(1, 26)).toContain('<a href="?page=2" rel="next">Next</a>')
  expect(pages(3, 26)).not.toContain('rel="next"')
})

test('a page behind the end leads back to the last one', () => {
  expect(pages(9, 26)).toContain('<p>0 of 26</p>')
  expect(pages(9, 26)).toContain('<a href="?page=3" rel="prev">')
})
