import { MoveForm } from '~/forms/move-form'
import { categoriesPath, categorySettingsPath, newCategoryPath } from '~/http/desk-paths'
import { ButtonLink } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { KeptFlash } from '~/ui/kept-flash'
import { Link } from '~/ui/link'
import type { CategorySettings } from './category'

/** What tickets can be about, in the order of the form. */
export function CategoryList({ categories }: { categories: CategorySettings[] }) {
  const inUse = categories.filter(({ active }) => active).length
  return (
    <>
      <KeptFlash />
      <div className="title-row page-title">
        <h1>Categories</h1>
        <ButtonLink to={newCategoryPath}>Add a category</ButtonLink>
      </div>
      <DataTable
        caption={`${inUse} in use, in the order in which customers see them`}
        rows={categories}
        rowKey={({ slug }) => slug}
        columns={[
          { key: 'name', label: 'Category', cell: (category) => <Name {...category} /> },
          {
            key: 'state',
            label: 'State',
            cell: ({ active }) => (active ? 'In use' : 'Not in use'),
          },
          {
            key: 'open',
            label: 'Open tickets',
            numeric: true,
            cell: ({ open_tickets }) => open_tickets,
          },
          { key: 'all', label: 'All tickets', numeric: true, cell: ({ tickets }) => tickets },
          {
            key: 'move',
            label: 'Order',
            cell: (category) => (
              <MoveForm
                action={categoriesPath}
                row={{ field: 'slug', value: category.slug }}
                name={category.name}
                isFirst={category === categories[0]}
                isLast={category === categories.at(-1)}
              />
            ),
          },
        ]}
      />
    </>
  )
}

function Name({ slug, name, description }: CategorySettings) {
  return (
    <>
      <Link className="subject" to={categorySettingsPath(slug)}>
        <bdi>{name}</bdi>
      </Link>{' '}
      <span className="subline">{description || slug}</span>
    </>
  )
}
