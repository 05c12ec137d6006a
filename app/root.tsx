import type { HeadersFunction, LinksFunction, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  useLoaderData,
  useMatches,
  useRouteError,
} from '@remix-run/react'
import { useContext, type ReactNode } from 'react'
import { takeFlash } from './http/flash.server'
import { publicLoader } from './http/handlers.server'
import { Nonce } from './http/nonce'
import { problemWords } from './http/problem-words'
import { frameOf, tierOf } from './http/tier'
import favicon from './ui/favicon.svg?url'
import deskCss from './ui/desk.css?url'
import galleryCss from './ui/gallery.css?url'
import helpCss from './ui/help.css?url'
import { KeptFlashContext } from './ui/kept-flash'
import { ProblemPage } from './ui/problem-page'
import readingCss from './ui/reading.css?url'

const STYLESHEETS = { reading: readingCss, help: helpCss, desk: deskCss, gallery: galleryCss }

export const links: LinksFunction = () => [{ rel: 'icon', href: favicon, type: 'image/svg+xml' }]

/** Only error pages take their title from here; every other page names itself. */
export const meta: MetaFunction = ({ error }) =>
  error ? [{ title: `${problemWords(error).title} – Portico Help` }] : []

/** What a failure says beside its page, such as when to try again. */
export const headers: HeadersFunction = ({ errorHeaders }) => errorHeaders ?? new Headers()

/** What every page may need: the sentence that was kept for it, and whether its form was refused. */
export const loader = publicLoader(async ({ context }) => ({
  flash: takeFlash(context),
  problem: context.page.problem,
}))

/** The document around every page and every error. */
export function Layout({ children }: { children: ReactNode }) {
  const matches = useMatches()
  // On the server it is null where nothing failed, in the browser undefined.
  const failed = useRouteError() != null
  const tier = failed ? 'still' : tierOf(matches)
  const frame = failed ? 'reading' : frameOf(matches)
  const nonce = useContext(Nonce)
  return (
    <html lang="en" dir="ltr">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <link rel="stylesheet" href={STYLESHEETS[frame]} />
      </head>
      <body className={frame === 'desk' ? 'desk' : tier}>
        {children}
        {tier === 'app' ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  )
}

export default function App() {
  const { flash } = useLoaderData<typeof loader>()
  return (
    <KeptFlashContext.Provider value={flash}>
      <Outlet />
    </KeptFlashContext.Provider>
  )
}

export function ErrorBoundary() {
  return <ProblemPage {...problemWords(useRouteError())} />
}
