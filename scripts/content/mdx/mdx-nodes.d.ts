// Adds the nodes of MDX to the types of Markdown trees.
import 'mdast-util-mdx-expression'
import 'mdast-util-mdxjs-esm'
