import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = [
  'mdx-bundler',
  'esbuild',
  'react-dom',
  'rehype-highlight',
  'rehype-slug',
  'remark-gfm',
]

/** Changes with the sources beside this file and with the packages that make the HTML. */
export async function pipelineVersion(): Promise<string> {
  const hash = createHash('sha256')
  const folder = path.dirname(fileURLToPath(import.meta.url))
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  )
  const sources = await Promise.all(names.sort().map((name) => readFile(path.join(folder, name))))
  sources.forEach((source, at) => hash.update(names[at] ?? '').update(source))
  for (const name of packages) hash.update(`${name}@${installedVersion(name)}`)
  return hash.digest('hex')
}

/** Some packages do not export their package.json, so it is found from the file they do export. */
function installedVersion(name: string): string {
  const require = createRequire(import.meta.url)
  const manifests =
    require.resolve.paths(name)?.map((folder) => path.join(folder, name, 'package.json')) ?? []
  for (const manifest of manifests) {
    try {
      return (require(manifest) as { version: string }).version
    } catch {
      // Not in this node_modules; the next one up may have it.
    }
  }
  throw new Error(`The package ${name} is not installed. Run "npm ci".`)
}
