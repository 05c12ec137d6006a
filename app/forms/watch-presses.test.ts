import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchPresses, type Busy } from './watch-presses'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watch() {
  const form = new EventTarget()
  const button = new EventTarget()
  const page = new EventTarget()
  const told: Busy[] = []
  const stop = watchPresses({ form, button, page }, (busy) => told.push(busy))
  /** @returns whether the form is sent */
  const press = (submitter = button) =>
    form.dispatchEvent(Object.assign(new Event('submit', { cancelable: true }), { submitter }))
  return { press, page, told, stop }
}

test('a press is told at once, after 0.4 seconds and after ten', () => {
  const { press, told } = watch()
  expect(press()).toBe(true)
  expect(told).toEqual([])
  vi.advanceTimersByTime(399)
  expect(told).toEqual(['pressed'])
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['pressed', 'bar'])
  vi.advanceTimersByTime(9_600)
  expect(told).toEqual(['pressed', 'bar', 'long'])
})

test('a second press does nothing while the form is under way', () => {
  const { press } = watch()
  press()
  expect(press()).toBe(false)
  vi.advanceTimersByTime(9_999)
  expect(press()).toBe(false)
})

test('whoever has read that it takes long can send the form again', () => {
  const { press, told } = watch()
  press()
  vi.advanceTimersByTime(10_000)
  expect(press()).toBe(true)
  expect(press()).toBe(false)
  vi.advanceTimersByTime(400)
  expect(told).toEqual(['pressed', 'bar', 'long', 'pressed', 'bar'])
})

test('another button of the form is left alone', () => {
  const { press, told } = watch()
  expect(press(new EventTarget())).toBe(true)
  vi.advanceTimersByTime(10_000)
  expect(told).toEqual([])
  expect(press()).toBe(true)
})

test('a page that is shown again has a fresh button', () => {
  const { press, page, told } = watch()
  press()
  vi.advanceTimersByTime(400)
  page.dispatchEvent(new Event('pageshow'))
  vi.advanceTimersByTime(20_000)
  expect(told).toEqual(['pressed', 'bar', null])
  expect(press()).toBe(true)
})
