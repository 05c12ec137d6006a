/** Every Remix option of the portal; vite.config.ts hands it to the Remix plugin. */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
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
