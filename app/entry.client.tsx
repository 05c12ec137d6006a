import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Resolves once the data that came with the page is decoded. `RemixBrowser` throws the promise of it
 * until then, before its first hook. Were the page hydrated meanwhile, a key or a click would make
 * React hydrate at once, find the promise, and fail (React error 345).
 */
async function pageData(): Promise<void> {
  try {
    RemixBrowser({})
  } catch (waiting) {
    await waiting
  }
}

void pageData().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)
