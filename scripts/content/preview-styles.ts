import { fileURLToPath } from 'node:url'

/** The stylesheet of the help pages, made with Tailwind as the portal's own build makes it. */
export async function previewStyles(): Promise<string> {
  const [{ createServer }, { default: tailwindcss }] = await Promise.all([
    import('vite'),
    import('@tailwindcss/vite'),
  ])
  const vite = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    appType: 'custom',
    logLevel: 'silent',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [tailwindcss()],
  })
  try {
    const result = await vite.transformRequest('/app/ui/reading.css?direct')
    return result?.code ?? ''
  } finally {
    await vite.close()
  }
}
