import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixOptions from './remix.config.js'

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * Makes our own server the entry of the server build, so that it and the routes share one module
 * graph (one copy of every error class, one cache). The Remix plugin offers no option for it.
 */
function ownServerEntry(): Plugin {
  return {
    name: 'portico-server-entry',
    enforce: 'post',
    config(config, { isSsrBuild, command }) {
      if (command !== 'build' || !isSsrBuild) return
      config.build!.rollupOptions!.input = 'app/server/entry.ts'
    },
  }
}

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions), ownServerEntry()],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { hmr: { port: 24678 } },
})
