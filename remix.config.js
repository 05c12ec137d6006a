/** Every Remix option of the portal; vite.config.ts hands it to the Remix plugin. */
export default {
  appDirectory: 'app',
  // A folder of its own: Remix empties it at each build, and content and Supabase are built beside it.
  buildDirectory: 'build/portal',
  serverBuildFile: 'index.js',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    // Lazy discovery would publish the list of staff routes at /__manifest.
    v3_lazyRouteDiscovery: false,
  },
}
