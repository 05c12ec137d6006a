import { getMDXComponent } from 'mdx-bundler/client/index.js'
import { createElement, type ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { componentMap } from './components/component-map'

/**
 * Runs what the bundler made of a document, once, and keeps only the HTML. It is safe to run here
 * because closed-format.ts has refused every document with code of its own.
 */
export function renderToHtml(code: string): string {
  const Document = getMDXComponent(code) as ComponentType<{ components: typeof componentMap }>
  return renderToStaticMarkup(createElement(Document, { components: componentMap })).trim()
}
