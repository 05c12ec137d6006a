import { expect, test } from 'vitest'
import { benchQueue } from '../../scripts/bench/queue'

// Ten times what was measured on two cores: this finds a plan that reads every row, not a slow day.
const SLOWEST_MEDIAN_MS = 800

test('every page of the queue over 50,000 tickets comes soon, in two calls', async () => {
  for (const { page, median, calls } of await benchQueue(50_000)) {
    expect.soft(median, page).toBeLessThan(SLOWEST_MEDIAN_MS)
    expect.soft(calls, page).toBeLessThanOrEqual(2)
  }
})
