/** The import rules of docs/house.md; `npm test` holds the code against them. */
const not = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    not('no-circular', 'A circle has no beginning to read from.', {}, { circular: true }),
    not(
      'no-orphans',
      'A file that nothing needs is dead.',
      { orphan: true, pathNot: '(\\.test\\.tsx?$|\\.d\\.ts$|^app/(entry\\.|root|routes))' },
      {},
    ),
    not('nothing-imports-the-server', 'The server stands under all.', { path: '^app/(?!server/)' }, { path: '^app/server/' }),
    not(
      'nothing-imports-routes',
      'Routes are the URL map: they compose, nobody composes them.',
      { path: '^app/(?!routes)' },
      { path: '^app/routes/' },
    ),
    not('features-apart', 'A route composes features; what two share moves down.', { path: '^app/features/([^/]+)/' }, { path: '^app/features/', pathNot: '^app/features/$1/' }),
    not(
      'features-look-down',
      'Features stand on auth, forms, http, ui, lib and platform.',
      { path: '^app/features/' },
      { path: '^app/', pathNot: '^app/(features|auth|forms|http|ui|lib|platform)/' },
    ),
    not('ui-knows-no-feature', 'The ui draws what it is given.', { path: '^app/ui/' }, { path: '^app/', pathNot: '^app/(ui|lib|http/(desk-)?paths)' }),
    not('lib-is-pure', 'lib stands on nothing.', { path: '^app/lib/' }, { path: '^app/(?!lib/)' }),
    not('platform-looks-down', 'The outside world is under the features.', { path: '^app/platform/' }, { path: '^app/', pathNot: '^app/(platform|lib)/' }),
    not('auth-looks-down', 'Who asks does not depend on what is asked.', { path: '^app/auth/' }, { path: '^app/', pathNot: '^app/(auth|platform|lib)/' }),
    not('forms-look-down', 'A form knows no feature.', { path: '^app/forms/' }, { path: '^app/', pathNot: '^app/(forms|http|ui|lib)/' }),
    not('http-looks-down', 'Handlers know who asks, not what is asked.', { path: '^app/http/' }, { path: '^app/', pathNot: '^app/(http|auth|platform|lib)/' }),
    not(
      'only-server-files-reach-out',
      'Views and rules do not talk to the outside; types they may know.',
      { path: '^app/(features|http|forms|auth)/', pathNot: '(\\.server|\\.test)\\.tsx?$|^app/http/context\\.ts$' },
      { path: '^app/platform/|\\.server$', dependencyTypesNot: ['type-only'] },
    ),
    not(
      'pure-files',
      'Rules and schemas are tried without React, a server or a vendor.',
      { path: '^app/features/.+\\.schema\\.ts$' },
      { path: 'node_modules/(react|@remix-run|@supabase)|\\.server\\.' },
    ),
    not('no-compiler-in-the-app', 'Articles are finished before the portal starts.', { path: '^app/' }, { path: 'node_modules/(mdx-bundler|esbuild)' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '\\.css' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
